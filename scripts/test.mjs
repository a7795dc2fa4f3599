/** `npm test`: installs and builds what is missing, then runs every check and every test. */
import { build, install, run, say } from "./set-up.mjs";

process.chdir(new URL("..", import.meta.url).pathname);
install();
say("Building …");
build();
run("npm", ["run", "--silent", "check"]);
