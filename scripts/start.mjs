/** `npm start`: everything for a newcomer: install, build, load the made-up authority, open the web application. */
import { build, install, run, say } from "./set-up.mjs";

process.chdir(new URL("..", import.meta.url).pathname);
install();
say("Building …");
build();
// Through npm, so that the Node the project brings is the one that runs.
run("npm", ["run", "--silent", "demo", "--", ...process.argv.slice(2)]);
