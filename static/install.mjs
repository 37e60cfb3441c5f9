// Installs the front-end packages by package-lock.json, unless all their files are there already.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";

const FOLDER = "node_modules";
const STAMP = `${FOLDER}/.installed.json`;

// What was asked for, and every file with its size, so that half an installation is noticed.
function state() {
  const asked = ["package.json", "package-lock.json", ".npmrc"].map((file) => readFileSync(file, "utf8"));
  const files = readdirSync(FOLDER, { recursive: true })
    .map((file) => `${FOLDER}/${file}`)
    .filter((file) => file !== STAMP)
    .sort()
    .map((file) => [file, statSync(file).isFile() ? statSync(file).size : 0]);
  return JSON.stringify({ asked, files });
}

if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== state()) {
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--silent"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error("npm ci did not install the front-end packages; run it in static/ to see why.");
    process.exit(1);
  }
  writeFileSync(STAMP, state());
}
