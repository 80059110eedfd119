var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = process.getBuiltinModule("os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = process.getBuiltinModule("node:path");
;// CONCATENATED MODULE: ./build/rehearsal/post/start.js



// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + external_os_namespaceObject.EOL);
}
function startGroup(name) {
	issue("group", name);
}
function endGroup() {
	issue("endgroup");
}
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}
// src/runner/commands.ts
function savedState() {
	let json = "";
	for (let index = 0, text = ""; index === 0 || text !== ""; index += 1) {
		text = getState(pieceName(index));
		json += text;
	}
	return json;
}
function pieceName(index) {
	return index === 0 ? "state" : `state_${index}`;
}
function writeSummary(markdown) {
	append("GITHUB_STEP_SUMMARY", markdown);
}
function append(variable, text) {
	const file = process.env[variable];
	if (!file) return false;
	try {
		(0,external_node_fs_namespaceObject.appendFileSync)(file, text);
		return true;
	} catch (error) {
		warning(`${variable} could not be written: ${error instanceof Error ? error.message : String(error)}`);
		return false;
	}
}
// src/text/text.ts
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu;
const plain = /^(?:[!-~]| (?! ))*$/;
function oneLine(text, longest = 300) {
	const line = disarmed(plain.test(text) ? text : text.replace(unprintable, " ")).trim();
	return line.length <= longest ? line : `${shorten(line, longest - 1)}…`;
}
function disarmed(line) {
	return line.replace(/##(?=\[)/g, "## ").replace(/^([\s\x85]*):(?=:)/, "$1: ");
}
function shorten(text, length) {
	return text.slice(0, Math.max(0, length)).replace(/[\uD800-\uDBFF]$/, "");
}
const cutHere = "\n\n… and more, which the log tells.\n";
function fitting(text, mostBytes) {
	const bytes = Buffer.from(text);
	if (bytes.length <= mostBytes) return text;
	const head = bytes.subarray(0, mostBytes - Buffer.byteLength(cutHere)).toString();
	return head.slice(0, head.lastIndexOf("\n")).concat(cutHere);
}
const syntax = /[&<>"'`*_{}[\]()#+!|~\\@$:]/g;
function markdown(text, longest) {
	return oneLine(text, longest).replace(syntax, (character) => `&#${character.charCodeAt(0)};${"@#".includes(character) ? "​" : ""}`).replace(/\b(www)\./gi, "$1&#46;");
}
function code(text) {
	return `<code>${markdown(text)}</code>`;
}
// src/runner/log.ts
function runnerLog(clean) {
	const safe = (text) => text.split(/\r\n?|\n/).map((line) => disarmed(clean(line))).join("\n");
	let inGroup = false;
	const endGroup$1 = () => {
		if (inGroup) endGroup();
		inGroup = false;
	};
	return {
		info: (line) => info(safe(line)),
		debug: (line) => isDebug() && debug(safe(line)),
		notice: (title, message) => notice(safe(message), { title: safe(title) }),
		warning: (title, message) => warning(safe(message), { title: safe(title) }),
		error: (title, message) => error(safe(message), { title: safe(title) }),
		group(title) {
			endGroup$1();
			startGroup(safe(title));
			inGroup = true;
		},
		endGroup: endGroup$1
	};
}
// src/runner/stdout.ts
function writeAtOnce(write = (bytes) => (0,external_node_fs_namespaceObject.writeSync)(1, bytes)) {
	const all = (text) => {
		let left = Buffer.from(text);
		while (left.length > 0) left = left.subarray(written(left, write));
		return true;
	};
	Object.defineProperty(process, "stdout", {
		configurable: true,
		value: { write: all }
	});
}
function written(bytes, write) {
	try {
		return write(bytes);
	} catch (error) {
		if ((error instanceof Error && "code" in error ? error.code : void 0) !== "EAGAIN") return bytes.length;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
		return 0;
	}
}
// rehearsal/action/fetch-report.ts
function addressFile(folder) {
	return (0,external_node_path_namespaceObject.join)(folder, "address");
}
async function fetchReport(folder) {
	const response = await fetch((0,external_node_fs_namespaceObject.readFileSync)(addressFile(folder), "utf8"), { method: "POST" });
	if (!response.ok) throw new Error(`it answered ${response.status}`);
	return await response.json();
}
// src/text/format.ts
function duration(ms) {
	if (ms < 1e3) return `${Math.floor(ms)} ms`;
	if (ms < 6e4) return `${Math.floor(ms / 1e3)} s`;
	if (ms < 36e5) return `${Math.floor(ms / 6e4)}m ${pad(ms % 6e4 / 1e3)}s`;
	if (ms < 864e5) return `${Math.floor(ms / 36e5)}h ${pad(ms % 36e5 / 6e4)}m`;
	return `${Math.floor(ms / 864e5)}d ${Math.floor(ms % 864e5 / 36e5)}h`;
}
function timeOfDay(date) {
	return `${date.toISOString().slice(11, 19)} UTC`;
}
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function pad(number) {
	return String(Math.floor(number)).padStart(2, "0");
}
// rehearsal/action/summary.ts
const mostRows = 200;
const mostBytes = 1e6;
function conclusions({ requests, restores, left }) {
	if (requests.length === 0) return ["Nothing was asked of the API. Give the outputs api_url and api_token of this step to the steps that are rehearsed."];
	const rollback = restores.length === 0 ? ["On a real account, no server would have been restored."] : restores.map(restoreSentence);
	const kept = left.map(({ snapshot, server, status }) => `${snapshot} of server ${server} (${status})`);
	return [...rollback, kept.length === 0 ? "No snapshot is left." : `Left: ${count(kept.length, "snapshot")}, ${kept.join(", ")}.`];
}
function restoreSentence({ server, snapshot, takenAt, at, status }) {
	const before = duration(at - takenAt);
	return `On a real account, server ${server} would have been restored from snapshot ${snapshot}, which was taken at ${time(takenAt)}: requested at ${time(at)}, ${before} later. Its last status was ${status}.`;
}
function summary(report) {
	const { requests, startedAt, endedAt } = report;
	const took = duration(endedAt - startedAt);
	return fitting(`${[
		`### 🎭 VPS.org rehearsal: ${count(requests.length, "request")} in ${took}`,
		conclusions(report).map((line) => markdown(line, mostBytes)).join("  \n"),
		table(requests)
	].filter((part) => part !== "").join("\n\n")}\n`, mostBytes);
}
function table(requests) {
	if (requests.length === 0) return "";
	const runs = runsOf(requests);
	const rest = runs.length - mostRows;
	return [
		"| Time (UTC) | Method | Path | What happened |",
		"| --- | --- | --- | --- |",
		...runs.slice(0, mostRows).map(row),
		...rest > 0 ? [`| … | | | and ${rest} more |`] : []
	].join("\n");
}
function runsOf(requests) {
	const runs = [];
	for (const request of requests) {
		const last = runs.at(-1);
		const [same] = last ?? [];
		if (last && same?.method === request.method && same.path === request.path && same.what === request.what) last.push(request);
		else runs.push([request]);
	}
	return runs;
}
function row(run) {
	const [first, last] = [run[0], run.at(-1)];
	if (!first || !last) return "";
	const [from, to] = [first, last].map(({ at }) => time(at).replace(" UTC", ""));
	const when = run.length === 1 ? from : `${from} – ${to}`;
	const times = run.length === 1 ? "" : `, ${run.length} times`;
	return `| ${when} | ${markdown(first.method)} | ${code(first.path)} | ${markdown(first.what)}${times} |`;
}
function time(ms) {
	return timeOfDay(new Date(ms));
}
// rehearsal/action/post.ts
const log = runnerLog((text) => text);
async function post(folder) {
	try {
		const report = await fetchReport(folder);
		for (const sentence of conclusions(report)) log.info(sentence);
		writeSummary(summary(report));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		log.warning("Rehearsal lost", `The API in memory was gone before the job ended (${reason}), and what was asked of it with it.`);
	}
	(0,external_node_fs_namespaceObject.rmSync)(folder, {
		recursive: true,
		force: true
	});
}
writeAtOnce();
const saved = savedState();
if (saved === "") log.info("The rehearsal had not begun.");
else post(saved);


;// CONCATENATED MODULE: ./build/rehearsal/post/index.js



