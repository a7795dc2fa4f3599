/** A form that is sent back to this application: it carries the session's token, without which nothing is accepted. */
import type { Site } from "../../context.ts";
import type { BlockProps } from "../block.ts";

export type FormProps = BlockProps & {
  readonly site: Site;
  readonly action: string;
  /** With files: "multipart/form-data". The token is then the first part. */
  readonly multipart?: boolean;
};

/** A form sent by POST. */
export function Form({ site, action, multipart = false, class: extra, attributes, children }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      enctype={multipart ? "multipart/form-data" : undefined}
      class={extra}
      noValidate
      {...attributes}
    >
      <input type="hidden" name="_token" value={site.viewer?.formToken} />
      {children}
    </form>
  );
}
