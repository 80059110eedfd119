var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = process.getBuiltinModule("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = process.getBuiltinModule("node:path");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = process.getBuiltinModule("os");
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = process.getBuiltinModule("node:events");
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = process.getBuiltinModule("node:child_process");
;// CONCATENATED MODULE: ./build/rehearsal/main/start.js






// src/errors.ts
var Failure = class extends Error {
	title;
	next;
	rollback;
	ending;
	constructor(words, ending = "failed") {
		super(words.message, words.cause === void 0 ? void 0 : { cause: words.cause });
		this.name = new.target.name;
		this.title = words.title;
		this.next = words.next;
		this.rollback = words.rollback ?? [];
		this.ending = ending;
	}
};
var InputError = class extends Failure {
	constructor(input, problem, next) {
		super({
			title: `Input ${input}`,
			message: problem,
			next
		});
	}
};
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
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
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
// src/runner/commands.ts
function input(name) {
	return getInput(name);
}
function inputNames() {
	return Object.keys(process.env).flatMap((name) => /^INPUT_(.+)$/.exec(name)?.[1] ?? []);
}
function mask(secret) {
	if (secret) setSecret(secret);
}
function setOutputs(values) {
	append("GITHUB_OUTPUT", Object.entries(values).map(([name, value]) => `${name}=${value.replace(/[\r\n]+/g, " ")}\n`).join(""));
}
function saveState(json) {
	return append("GITHUB_STATE", [...json.match(piece) ?? [], ""].map((text, index) => `${pieceName(index)}=${text}\n`).join(""));
}
const piece = /.{1,15000}/gsu;
function pieceName(index) {
	return index === 0 ? "state" : `state_${index}`;
}
function fail() {
	process.exitCode = ExitCode.Failure;
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
// rehearsal/action/child.ts
async function startChild(script, task) {
	const child = (0,external_node_child_process_namespaceObject.spawn)(process.execPath, [script], {
		detached: true,
		windowsHide: true,
		stdio: [
			"ignore",
			"ignore",
			"ignore",
			"ipc"
		]
	});
	child.send(task);
	const word = await firstWordOf(child);
	if ("problem" in word) throw notStarted(word.problem);
	if (child.connected) child.disconnect();
	child.unref();
	return word;
}
function firstWordOf(child) {
	const told = (0,external_node_events_namespaceObject.once)(child, "message").then(([word]) => word);
	const ended = (0,external_node_events_namespaceObject.once)(child, "exit").then(([code, signal]) => ({ problem: `its process ended (${code ?? signal})` }));
	return Promise.race([told, ended]).catch((error) => ({ problem: error.message }));
}
function notStarted(problem) {
	return new Failure({
		title: "Rehearsal not started",
		message: `The API in memory did not start: ${problem}.`,
		next: "Run the job again. If it happens again, report it with this log."
	});
}
// src/text/unwrapped.ts
const invisible = /[\s\u200b-\u200f\u2060\ufeff]/;
function unwrapped(text) {
	let [start, end] = [0, text.length];
	const isBlank = (at) => invisible.test(text.charAt(at));
	for (;; start++, end--) {
		while (isBlank(start)) start++;
		while (end > start && isBlank(end - 1)) end--;
		const quote = text.charAt(start);
		if (end - start < 2 || !/["']/.test(quote) || text.charAt(end - 1) !== quote) return text.slice(start, end);
	}
}
// src/inputs/values.ts
function oneOf(input, value, words) {
	const word = words.find((candidate) => candidate === value);
	if (word === void 0) throw unusable(input, value, `one of ${words.join(", ")}`);
	return word;
}
function positiveNumber(input, value) {
	const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
	if (number <= 0 || !Number.isFinite(number)) throw unusable(input, value, "a positive number, such as 30 or 0.5");
	return number;
}
function durationMs(input, value) {
	const [, number, unit] = /^(\d+)([mhdw])$/.exec(value) ?? [];
	const ms = Number(number) * (unitMs[unit ?? ""] ?? NaN);
	if (!(ms > 0)) throw unusable(input, value, "a duration such as 30m, 12h, 7d or 2w");
	return ms;
}
function snapshotName(input, value) {
	if (!/^[A-Za-z0-9_-]+$/.test(value)) throw unusable(input, value, "letters, digits, \"-\" and \"_\"");
	return value;
}
function unusable(input, value, allowed) {
	return new InputError(input, `Input ${input} is "${oneLine(value, 80)}".`, `Allowed: ${allowed}.`);
}
const unitMs = {
	m: 6e4,
	h: 36e5,
	d: 864e5,
	w: 6048e5
};
// src/inputs/raw.ts
function tidy(raw) {
	return (name) => name === "description" ? raw(name) : unwrapped(raw(name));
}
// rehearsal/action/faults.ts
const create = {
	method: "POST",
	path: /^\/snapshots\/$|\/snapshot\/$/
};
const restore = {
	method: "POST",
	path: /\/restore\/$/
};
const remove = { method: "DELETE" };
const lists = {
	method: "GET",
	path: /^\/(snapshots|servers)\/$/
};
const start_all = {};
const refused = {
	kind: "status",
	status: 403
};
const busy = {
	kind: "status",
	status: 409
};
const answerLost = {
	kind: "reset",
	processed: true
};
const troubles = {
	create_refused: always(create, refused),
	create_fails: { options: { createEndsAs: "failed" } },
	create_lost: once$1(create, answerLost),
	create_busy: once$1(create, busy),
	restore_refused: always(restore, refused),
	restore_fails: { options: { afterRestore: "error" } },
	restore_lost: once$1(restore, answerLost),
	restore_busy: once$1(restore, busy),
	restore_stops: { options: { afterRestore: "stopped" } },
	delete_refused: always(remove, refused),
	delete_lost: once$1(remove, answerLost),
	list_slow: always(lists, {
		kind: "hold",
		ms: 3e3
	}),
	list_stale: { options: {
		snapshotListLagMs: 3e3,
		serverListLagMs: 3e3
	} },
	list_lost: { faults: [{
		when: lists,
		times: 3,
		do: { kind: "html" }
	}] },
	throttled: { options: { throttle: {
		requests: 10,
		perMs: 1e4
	} } },
	token_refused: always(start_all, {
		kind: "status",
		status: 401
	}),
	servers_forbidden: { options: { serversForbidden: true } }
};
const faultNames = Object.keys(troubles);
function once$1(when, effect) {
	return { faults: [{
		when,
		do: effect
	}] };
}
function always(when, effect) {
	return { faults: [{
		when,
		times: Number.POSITIVE_INFINITY,
		do: effect
	}] };
}
// rehearsal/action/plan.ts
const second = 1e3;
const start_forms = [
	"documented",
	"client",
	"both"
];
const defaults = {
	servers: "12345",
	snapshots: "",
	form: "documented",
	create_seconds: "5",
	restore_seconds: "10",
	faults: ""
};
function readPlan(given) {
	const tidied = tidy(given);
	const raw = (name) => tidied(name) || defaults[name];
	const servers = wordsIn(raw("servers")).map(serverNumber);
	return {
		form: oneOf("form", raw("form"), start_forms),
		servers: [...new Set(servers)],
		snapshots: linesIn(raw("snapshots")).map((line) => plannedSnapshot(line, servers)),
		createMs: positiveNumber("create_seconds", raw("create_seconds")) * second,
		restoreMs: positiveNumber("restore_seconds", raw("restore_seconds")) * second,
		faults: [...new Set(wordsIn(raw("faults")).map((word) => oneOf("faults", word, faultNames)))]
	};
}
function wordsIn(text) {
	return text.split(/[\s,]+/).filter((word) => word !== "");
}
function linesIn(text) {
	return text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
}
function serverNumber(word) {
	if (/^[1-9]\d{0,11}$/.test(word)) return Number(word);
	throw unusable("servers", word, "whole numbers such as 12345, also in form: client, where the output server_id gives the UUIDs that stand for them");
}
function plannedSnapshot(line, servers) {
	const [server = "", age = "", name, ...more] = line.trim().split(/\s+/);
	if (age === "" || more.length > 0) throw unusable("snapshots", line, "per line a server, an age and perhaps a name, such as 12345 3d");
	if (!servers.includes(Number(server))) throw new InputError("snapshots", `Input snapshots names server ${oneLine(server, 80)}, and servers are ${servers.join(", ")}.`, "Name one of those, or add it to servers.");
	return {
		server: Number(server),
		ageMs: durationMs("snapshots", age),
		name: name === void 0 ? void 0 : snapshotName("snapshots", name)
	};
}
// rehearsal/action/spelling.ts
const ours = Object.keys(defaults);
const mostEdits = 2;
const shortestGuess = 5;
function refuseMisspelt(given) {
	for (const name of given.map((one) => one.toLowerCase())) {
		if (ours.includes(name)) continue;
		const meant = ours.find((input) => isMeant(name, input));
		if (meant === void 0) continue;
		const shown = oneLine(name, 80);
		throw new InputError(shown, `There is no input ${shown}; ${meant} is meant, it seems.`, `Write ${meant}: another name does nothing, silently.`);
	}
}
function isMeant(name, input) {
	const [one, other] = [name, input].map((text) => text.replace(/[-_ ]/g, ""));
	return one === other || name.length >= shortestGuess && edits(name, input) <= mostEdits;
}
function edits(one, other) {
	let row = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (const [index, letter] of [...one].entries()) {
		const next = [index + 1];
		for (let column = 1; column < row.length; column++) {
			const changed = (row[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1);
			next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
// rehearsal/action/main.ts
const { RUNNER_TEMP, GITHUB_REPOSITORY } = process.env;
const script = (0,external_node_path_namespaceObject.join)(import.meta.dirname, "../server/index.js");
const log = runnerLog((text) => text);
async function main() {
	refuseMisspelt(inputNames());
	const plan = readPlan(input);
	const token = `vps_${crypto.randomUUID().replaceAll("-", "")}`;
	mask(token);
	const folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(RUNNER_TEMP || (0,external_node_os_namespaceObject.tmpdir)(), "vps-rehearsal-"));
	saveState(folder);
	const { url, serverIds, snapshotIds } = await startChild(script, {
		plan,
		token,
		repository: GITHUB_REPOSITORY || "unknown/unknown",
		folder
	});
	setOutputs({
		api_url: url,
		api_token: token,
		server_id: serverIds,
		snapshot_id: snapshotIds
	});
	log.info(`The API of VPS.org is played at ${url} until the job ends.`);
	log.info(`server_id: ${serverIds}`);
	if (snapshotIds) log.info(`snapshot_id: ${snapshotIds}`);
	if (plan.faults.length > 0) log.info(`What goes wrong: ${plan.faults.join(", ")}.`);
}
writeAtOnce();
main().catch((error) => {
	const { title, message, next } = error instanceof Failure ? error : internal(error);
	log.error(title, `${message}\n${next}`);
	fail();
});
function internal(error) {
	return {
		title: "Internal error",
		message: error instanceof Error ? error.message : String(error),
		next: "This is a bug in the rehearsal; report it with this log."
	};
}


;// CONCATENATED MODULE: ./build/rehearsal/main/index.js



