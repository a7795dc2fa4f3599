/** A report's body for a page of the web application, the same that stands in its own HTML file. */

export { anchorOf } from "../../reports/formats/html/place.ts";
export { BODY_STYLE, type BodyOptions, reportBody } from "../../reports/formats/html.ts";
