var __webpack_modules__ = ({

/***/ 896:
/***/ ((module) => {

module.exports = process.getBuiltinModule("fs");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:fs");

/***/ }),

/***/ 30:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:net");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:path");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = process.getBuiltinModule("os");

/***/ }),

/***/ 708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ Refusal),
/* harmony export */   C: () => (/* binding */ oneLine),
/* harmony export */   D: () => (/* binding */ endings),
/* harmony export */   E: () => (/* binding */ shorten),
/* harmony export */   M: () => (/* binding */ eachOf),
/* harmony export */   N: () => (/* binding */ failuresOf),
/* harmony export */   O: () => (/* binding */ isActing),
/* harmony export */   P: () => (/* binding */ gathered),
/* harmony export */   S: () => (/* binding */ markdown),
/* harmony export */   T: () => (/* binding */ sentence),
/* harmony export */   _: () => (/* binding */ byId),
/* harmony export */   a: () => (/* binding */ VpsError),
/* harmony export */   b: () => (/* binding */ code),
/* harmony export */   c: () => (/* binding */ idOf),
/* harmony export */   d: () => (/* binding */ subjectIn),
/* harmony export */   f: () => (/* binding */ capitalised),
/* harmony export */   g: () => (/* binding */ ascending),
/* harmony export */   h: () => (/* binding */ isLoopback),
/* harmony export */   i: () => (/* binding */ ofServer),
/* harmony export */   j: () => (/* binding */ TimedOut),
/* harmony export */   k: () => (/* binding */ Failure),
/* harmony export */   l: () => (/* binding */ listed),
/* harmony export */   m: () => (/* binding */ snapshotName),
/* harmony export */   n: () => (/* binding */ factsOf),
/* harmony export */   o: () => (/* binding */ failureFrom),
/* harmony export */   p: () => (/* binding */ serverName),
/* harmony export */   r: () => (/* binding */ isFull),
/* harmony export */   s: () => (/* binding */ fullName),
/* harmony export */   t: () => (/* binding */ forAtMost),
/* harmony export */   u: () => (/* binding */ sentenceOf),
/* harmony export */   v: () => (/* binding */ isInteger),
/* harmony export */   w: () => (/* binding */ redactor),
/* harmony export */   x: () => (/* binding */ fitting),
/* harmony export */   y: () => (/* binding */ readId)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(857);


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
var Refusal = class extends Failure {};
var TimedOut = class extends Failure {
	constructor(words) {
		super(words, "timed_out");
	}
};
var Cancelled = class extends Failure {
	constructor(signal) {
		super({
			title: "Cancelled",
			message: `The runner stopped this step (${signal}).`,
			next: "What was requested goes on at VPS.org. mode: list shows what became of it."
		}, "cancelled");
	}
};
var SeveralFailures = class extends Failure {
	failures;
	constructor(failures, of) {
		const lines = [...Map.groupBy(failures, ({ next }) => next)].flatMap(([advice, those]) => [...those.map(({ message }) => message), advice]);
		const lastAdvice = lines.pop() ?? "";
		super({
			title: `${failures.length} of ${of} failed`,
			message: lines.join("\n"),
			next: lastAdvice,
			rollback: failures.flatMap((failure) => failure.rollback),
			cause: failures[0]?.cause
		}, worstEnding(failures));
		this.failures = failures;
	}
};
function gathered(failures, of) {
	const [only] = failures;
	return only && failures.length === 1 ? only : new SeveralFailures(failures, of);
}
function eachOf(failure) {
	return failure instanceof SeveralFailures ? failure.failures : [failure];
}
async function failuresOf(tasks) {
	return (await Promise.allSettled(tasks)).flatMap((outcome) => {
		if (outcome.status === "fulfilled") return [];
		if (!(outcome.reason instanceof Failure)) throw outcome.reason;
		return [outcome.reason];
	});
}
function worstEnding(failures) {
	const endings = failures.map((failure) => failure.ending);
	if (endings.includes("cancelled")) return "cancelled";
	return endings.includes("failed") ? "failed" : "timed_out";
}
// src/rules/policy.ts
const endings = [
	"success",
	"failure",
	"cancelled"
];
const policyWords = [
	"keep",
	"restore",
	"delete",
	"restore,delete"
];
const byWord = {
	keep: {
		restore: false,
		delete: false
	},
	restore: {
		restore: true,
		delete: false
	},
	delete: {
		restore: false,
		delete: true
	},
	"restore,delete": {
		restore: true,
		delete: true
	}
};
function policyOf(text) {
	const word = policyWords.find((candidate) => candidate === text.trim().replace(/\s*,\s*/g, ","));
	return word && byWord[word];
}
function wordOf(policy) {
	return policyWords.find((word) => byWord[word].restore === policy.restore && byWord[word].delete === policy.delete) ?? "";
}
function promiseOf(policies) {
	const parts = endings.map((ending) => `${ending}${ending === "cancelled" ? alsoCancelled : ""} → ${wordOf(policies[ending])}`);
	const { restore, delete: deletes } = policies.cancelled;
	const caveat = restore && deletes ? " After a cancel nothing is deleted: there is no time to confirm." : "";
	return `At the end of the job, by the policies as they are now: ${parts.join(", ")}.${caveat}`;
}
const alsoCancelled = " (also the job’s own time limit)";
function keepsAll(policy) {
	return !policy.restore && !policy.delete;
}
function isActing(policies) {
	return endings.some((ending) => !keepsAll(policies[ending]));
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
function sentence(text) {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
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
function redactor(secret) {
	const escaped = [
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		markdown(secret)
	];
	const forms = [...new Set([secret, ...escaped])].filter((form) => form !== "");
	return (text) => forms.reduce((clean, form) => clean.replaceAll(form, "***"), text);
}
// src/vps/id.ts
const digits = /^0*([1-9]\d*)$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
function readId(json) {
	if (typeof json === "number") return Number.isSafeInteger(json) && json > 0 ? String(json) : void 0;
	if (typeof json !== "string") return void 0;
	const integer = digits.exec(json)?.[1];
	if (integer !== void 0) return integer;
	const text = json.toLowerCase();
	return uuid.test(text) ? text : void 0;
}
function isInteger(id) {
	return digits.test(id);
}
function asJson$1(id) {
	const number = isInteger(id) ? Number(id) : NaN;
	return Number.isSafeInteger(number) ? number : id;
}
function ascending(one, other) {
	if (isInteger(one) && isInteger(other)) return one.length - other.length || order(one, other);
	return Number(isInteger(other)) - Number(isInteger(one)) || order(one, other);
}
function byId(one, other) {
	return ascending(one.id, other.id);
}
function order(one, other) {
	return one < other ? -1 : Number(one > other);
}
// src/inputs/values.ts
function oneOf(input, value, words) {
	const word = words.find((candidate) => candidate === value);
	if (word === void 0) throw unusable(input, value, `one of ${words.join(", ")}`);
	return word;
}
function boolean(input, value) {
	if (/^(true|True|TRUE)$/.test(value)) return true;
	if (/^(false|False|FALSE)$/.test(value)) return false;
	throw unusable(input, value, "true or false");
}
function positiveNumber(input, value) {
	const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
	if (number <= 0 || !Number.isFinite(number)) throw unusable(input, value, "a positive number, such as 30 or 0.5");
	return number;
}
function positiveInteger(input, value) {
	const number = /^[1-9]\d*$/.test(value) ? Number(value) : 0;
	if (!Number.isSafeInteger(number) || number < 1) throw unusable(input, value, "a positive whole number, such as 3");
	return number;
}
function ids(input, value) {
	const words = value.split(/[\s,"'[\]\u200b-\u200f\u2060\ufeff]+/).filter((word) => word !== "");
	return [...new Set(words.map((word) => id(input, word)))];
}
function durationMs(input, value) {
	const [, number, unit] = /^(\d+)([mhdw])$/.exec(value) ?? [];
	const ms = Number(number) * (unitMs[unit ?? ""] ?? NaN);
	if (!(ms > 0)) throw unusable(input, value, "a duration such as 30m, 12h, 7d or 2w");
	return ms;
}
function snapshotName$1(input, value) {
	if (!/^[A-Za-z0-9_-]+$/.test(value)) throw unusable(input, value, "letters, digits, \"-\" and \"_\"");
	return value;
}
function apiUrl(input, value) {
	const url = parsedUrl(input, value, "an https URL such as https://admin.vps.org/api/v1");
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) throw unusable(input, value, "an https URL; http would show the token to everyone on the way");
	if (/[?#]/.test(url.href)) throw unusable(input, value, "a URL without query and fragment");
	return url.href.replace(/\/+$/, "");
}
function webUrl(input, value) {
	const url = parsedUrl(input, value, "a URL such as https://example.com/health");
	if (!/^https?:$/.test(url.protocol)) throw unusable(input, value, "an http or https URL");
	return url.href;
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
function id(input, word) {
	const read = /^0\d*$/.test(word) ? void 0 : readId(word);
	if (read === void 0) throw new InputError(input, `Input ${input} has "${oneLine(word, 80)}" in it, which is no id.`, `Allowed: positive whole numbers such as 12345, or UUIDs, as the account shows them. ${whereFound[input] ?? ""}`.trim());
	return read;
}
const whereFound = {
	server_id: "The right one stands in the address of the server’s page at VPS.org, and in GET /servers/.",
	snapshot_id: "The right one stands in the output snapshot_id of the step that took the snapshot, and in what mode: list shows."
};
function parsedUrl(input, value, allowed) {
	if (!URL.canParse(value)) throw unusable(input, value, allowed);
	const url = new URL(value);
	if (url.username || url.password) throw new InputError(input, `Input ${input} has a user name or password in it.`, `Allowed: ${allowed}.`);
	return url;
}
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
// src/inputs/raw.ts
function flag(raw, input, otherwise) {
	return optional(raw, input, boolean) ?? otherwise;
}
function optional(raw, input, parse) {
	const text = raw(input);
	return text === "" ? void 0 : parse(input, text);
}
function tidy(raw) {
	return (name) => name === "description" ? raw(name) : unwrapped(raw(name));
}
// src/inputs/reporting.ts
const words = [
	"summary",
	"comment",
	"status"
];
function readReporting(raw) {
	const text = raw("report") || "summary";
	const wanted = text.split(/[\s,]+/).filter((word) => word !== "");
	const known = wanted.every((word) => words.some((candidate) => candidate === word));
	if (text !== "none" && (!known || wanted.length === 0)) throw unusable("report", text, `any of ${words.join(", ")}; or none alone`);
	return {
		summary: wanted.includes("summary"),
		comment: wanted.includes("comment"),
		status: wanted.includes("status")
	};
}
// src/inputs/token.ts
function bareToken(text) {
	return unwrapped(unwrapped(text).replace(/^Bearer(\s+|$)/i, ""));
}
function tokenForms(text) {
	const forms = [
		text,
		text.trim(),
		unwrapped(text),
		bareToken(text)
	];
	return [...new Set(forms)].filter((form) => form !== "");
}
function token(given) {
	const text = bareToken(given);
	if (text === "") throw new InputError("api_token", "Input api_token is empty.", "Set it to a secret, such as ${{ secrets.VPS_API_TOKEN }}. It is empty when the secret has another name; in runs from forks and of Dependabot, which get no secrets; in a reusable workflow that is called without secrets: inherit; in a job without the environment that has the secret; and in the post step of nested composite actions, which get the outer action’s inputs.");
	if (!/^[\x21-\x7e]+$/.test(text)) throw new InputError("api_token", "Input api_token has characters in it that no token has (white space, control or non-ASCII characters).", "Copy the token into the secret again, without line breaks.");
	return text;
}
// src/inputs/common.ts
const modes = [
	"create",
	"wait",
	"restore",
	"delete",
	"list",
	"prune"
];
function readCommon(raw) {
	return {
		apiToken: token(raw("api_token")),
		apiUrl: apiUrl("api_url", raw("api_url") || "https://admin.vps.org/api/v1"),
		timeoutMs: scaled(optional(raw, "timeout_minutes", positiveNumber), 6e4) ?? 36e5,
		pollIntervalMs: scaled(optional(raw, "poll_interval_seconds", positiveNumber), 1e3),
		dryRun: flag(raw, "dry_run", false),
		report: readReporting(raw),
		githubToken: raw("github_token")
	};
}
function scaled(number, unit) {
	return number === void 0 ? void 0 : number * unit;
}
// src/inputs/policies.ts
function readPolicies(raw) {
	const [success, failure, cancelled] = endings.map((ending) => readPolicy(raw, ending));
	const policies = {
		success,
		failure,
		cancelled
	};
	const acting = endings.find((ending) => !keepsAll(policies[ending]));
	if (!acting) return policies;
	if (!isEnding(raw("job_status"))) throw new InputError("job_status", `This runner does not tell how a job ends (job_status is "${oneLine(raw("job_status"), 80)}"), so on_${acting} could not be obeyed.`, "Leave job_status at its default, on a runner that knows the job context; or use steps with if: failure() and mode: restore.");
	return policies;
}
function readPolicy(raw, ending) {
	const text = raw(`on_${ending}`);
	const policy = policyOf(text || "keep");
	if (!policy) throw unusable(`on_${ending}`, text, policyWords.join("; "));
	return policy;
}
function isEnding(text) {
	return endings.some((ending) => ending === text);
}
// src/inputs/selections.ts
function selectionForRestore(raw) {
	if (raw("snapshot_id") !== "latest") return selectionForDelete(raw, "restore");
	if (raw("name")) throw contradiction();
	return {
		by: "latest",
		servers: requiredServers(raw, "restore with snapshot_id: latest")
	};
}
function selectionForDelete(raw, mode = "delete") {
	const name = optional(raw, "name", snapshotName$1);
	if (name === void 0) return selectionById(raw, mode);
	if (raw("snapshot_id")) throw contradiction();
	return {
		by: "name",
		name,
		servers: requiredServers(raw, `${mode} by name`)
	};
}
function selectionById(raw, mode) {
	const text = raw("snapshot_id");
	if (mode !== "restore" && text === "latest") throw new InputError("snapshot_id", `Input snapshot_id is "latest", which mode: ${mode} does not take.`, "Name the snapshot by its id: only mode: restore may look for the newest one.");
	const ids$1 = ids("snapshot_id", text);
	if (ids$1.length === 0) throw new InputError("snapshot_id", `Input snapshot_id is empty, and mode: ${mode} needs to know which snapshot.`, "If it comes from the outputs of a step, that step made no snapshot or has another id than the expression names. Empty never means \"all\".");
	return {
		by: "id",
		ids: ids$1,
		servers: ids("server_id", raw("server_id"))
	};
}
function requiredServers(raw, forWhat) {
	const servers = ids("server_id", raw("server_id"));
	if (servers.length > 0) return servers;
	throw new InputError("server_id", `Input server_id is empty, and ${forWhat} needs it.`, "Set it to the id of the server, as GET /servers/ or the server’s page at VPS.org shows it. Keep it in vars, not in secrets.");
}
function contradiction() {
	return new InputError("snapshot_id", "Inputs snapshot_id and name are both set, and may not agree.", "Set only one of them.");
}
// src/inputs/usage.ts
const guarding = ["create", "wait"];
const usages = {
	snapshot_id: grave([
		"wait",
		"restore",
		"delete"
	]),
	name: light([
		"create",
		"restore",
		"delete"
	]),
	description: light(["create"]),
	wait: grave(["create", "restore"], "true"),
	stop_server: grave(["create"], "false"),
	at_limit: grave(["create"], "fail"),
	keep_last: grave(["prune"]),
	keep_within: grave(["prune"]),
	max_age: grave(["restore"]),
	ready_url: light([
		"create",
		"wait",
		"restore"
	]),
	force: grave([
		"create",
		"wait",
		"restore"
	], "false"),
	on_success: grave(guarding, "keep"),
	on_failure: grave(guarding, "keep"),
	on_cancelled: grave(guarding, "keep")
};
function unusedInputs(raw, mode) {
	const unused = Object.entries(usages).filter(([input, { modes, idle }]) => !modes.includes(mode) && !idle.includes(raw(input).toLowerCase()));
	const serious = unused.find(([, { isGrave }]) => isGrave);
	if (serious) throw misplaced(serious[0], {
		raw,
		mode
	});
	return unused.map(([input]) => misplacedText(input, {
		raw,
		mode
	}));
}
function misplaced(input, at) {
	const { modes } = usages[input] ?? { modes: [] };
	return new InputError(input, misplacedText(input, at), `Set mode to one of those (${modes.join(", ")}), or leave ${input} out.`);
}
function misplacedText(input, { raw, mode }) {
	const { modes } = usages[input] ?? { modes: [] };
	const belongs = modes.map((one) => `mode: ${one}`).join(" and ");
	const isDefault = raw("mode") === "" ? " (the default)" : "";
	return `Input ${input} is "${oneLine(raw(input), 80)}", which belongs to ${belongs}; mode: ${mode}${isDefault} cannot honour it.`;
}
function grave(modes, idle = "") {
	return {
		modes,
		idle: ["", idle],
		isGrave: true
	};
}
function light(modes) {
	return {
		modes,
		idle: [""],
		isGrave: false
	};
}
// src/inputs/inputs.ts
const atLimitWords = ["fail", "delete_oldest"];
function readMode(raw) {
	return oneOf("mode", raw("mode") || "create", modes);
}
function idleInputs(given) {
	const raw = tidy(given);
	return unusedInputs(raw, readMode(raw));
}
function readInputs(given) {
	const raw = tidy(given);
	const mode = readMode(raw);
	unusedInputs(raw, mode);
	const common = readCommon(raw);
	const policies = readPolicies(raw);
	switch (mode) {
		case "create": return {
			...common,
			mode,
			...readCreate(raw, policies),
			policies
		};
		case "wait": return {
			...common,
			mode,
			selection: selectionById(raw, mode),
			policies
		};
		case "restore": return {
			...common,
			mode,
			...readRestore(raw)
		};
		case "delete": return {
			...common,
			mode,
			selection: selectionForDelete(raw)
		};
		case "list": return {
			...common,
			mode,
			servers: ids("server_id", raw("server_id"))
		};
		case "prune": return {
			...common,
			mode,
			servers: requiredServers(raw, mode),
			retention: readRetention(raw)
		};
	}
}
function readCreate(raw, policies) {
	const wait = flag(raw, "wait", true);
	const restoring = endings.find((ending) => policies[ending].restore);
	if (!wait && restoring) throw new InputError("wait", `Inputs wait: false and on_${restoring}: ${raw(`on_${restoring}`)} contradict each other: a snapshot that was not waited for cannot be restored.`, "Leave the policies out here, and set them on a later step with mode: wait and this snapshot_id.");
	const stopServer = flag(raw, "stop_server", false);
	if (!wait && stopServer) throw new InputError("stop_server", "Inputs stop_server: true and wait: false contradict each other: a server that is stopped for its snapshot must be started when that is complete.", "Leave wait at true, or stop_server at false.");
	return {
		servers: requiredServers(raw, "create"),
		name: optional(raw, "name", snapshotName$1),
		description: raw("description") || void 0,
		wait,
		stopServer,
		atLimit: oneOf("at_limit", raw("at_limit") || "fail", atLimitWords)
	};
}
function readRestore(raw) {
	return {
		selection: selectionForRestore(raw),
		wait: flag(raw, "wait", true),
		maxAgeMs: optional(raw, "max_age", durationMs),
		readyUrl: optional(raw, "ready_url", webUrl),
		force: flag(raw, "force", false)
	};
}
function readRetention(raw) {
	const keepLast = optional(raw, "keep_last", positiveInteger);
	const keepWithinMs = optional(raw, "keep_within", durationMs);
	if (keepLast !== void 0 || keepWithinMs !== void 0) return {
		keepLast,
		keepWithinMs
	};
	throw new InputError("keep_last", "Inputs keep_last and keep_within are both empty, and mode: prune needs to know what to keep.", "Set keep_last to a number, keep_within to a duration such as 7d, or both.");
}
// src/inputs/spelling.ts
const inputNames$1 = [
	...[
		"mode",
		"api_token",
		"server_id",
		"name",
		"snapshot_id",
		"description",
		"at_limit",
		"keep_last"
	],
	...[
		"keep_within",
		"wait",
		"stop_server",
		"timeout_minutes",
		"poll_interval_seconds",
		"max_age"
	],
	...[
		"ready_url",
		"force",
		"on_success",
		"on_failure",
		"on_cancelled",
		"dry_run",
		"report"
	],
	...[
		"github_token",
		"api_url",
		"job_status"
	]
];
const shortestGuess = 9;
const mostEdits = 2;
function foreignInputs(given) {
	const names = given.map((name) => name.toLowerCase()).filter((name) => !inputNames$1.includes(name));
	for (const name of names) {
		const meant = inputNames$1.find((input) => isMeant(name, input));
		if (meant !== void 0) throw misspelt(name, meant);
	}
	return names;
}
function isMeant(name, input) {
	if (bare(name) === bare(input)) return true;
	if (/^on[-_]/.test(name) && bare(input).startsWith(bare(name)) && name.length > 3) return true;
	return name.length >= shortestGuess && editsBetween(name, input) <= mostEdits;
}
function bare(name) {
	return name.replace(/[-_ ]/g, "");
}
function misspelt(name, meant) {
	const shown = oneLine(name, 80);
	return new InputError(shown, `There is no input ${shown}; ${meant} is meant, it seems.`, `Rename it to ${meant}; the runner would only ignore another name.`);
}
function editsBetween(one, other) {
	const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
	for (let row = 1; row <= one.length; row++) {
		const line = [row];
		for (let column = 1; column <= other.length; column++) {
			const same = one[row - 1] === other[column - 1];
			const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			line.push(Math.min((rows[row - 1]?.[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (rows[row - 1]?.[column - 1] ?? 0) + (same ? 0 : 1), swapped ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
		}
		rows.push(line);
	}
	return rows.at(-1)?.at(-1) ?? 0;
}
// src/text/references.ts
function serverName(server) {
	const name = oneLine(server.name ?? "", 60);
	return name && name !== `server ${server.id}` ? `server ${server.id} (${name})` : `server ${server.id}`;
}
function snapshotName(snapshot) {
	return snapshot.name ? `snapshot ${snapshot.id} (${oneLine(snapshot.name, 80)})` : `snapshot ${snapshot.id}`;
}
function capitalised(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
// src/rules/steps.ts
function subjectIn(list, id) {
	const found = list.find((snapshot) => snapshot.id === id);
	return found ? { listed: found } : { unlisted: id };
}
function idOf(subject) {
	return "listed" in subject ? subject.listed.id : subject.unlisted;
}
function listed(subject) {
	return "listed" in subject ? subject.listed : void 0;
}
function fullName(subject) {
	return "listed" in subject ? `${snapshotName(subject.listed)} of ${serverName(subject.listed.server)}` : `snapshot ${subject.unlisted}`;
}
function sentenceOf(step) {
	switch (step.do) {
		case "create": return `create snapshot ${step.name} of ${serverName(step.server)}`;
		case "stop": return `stop ${serverName(step.server)} while its snapshot is taken`;
		case "wait": return `wait for ${named(step.subject)}`;
		case "restore": return `restore ${serverName(step.snapshot.server)} from ${snapshotName(step.snapshot)}${step.thenDelete ? ", then delete that" : ""}`;
		case "delete": return `delete ${named(step.subject)}${step.why ? ` (${step.why})` : ""}`;
		case "keep":
		case "give_up": return `keep ${named(step.subject)} (${step.why})`;
		case "show": return `show ${snapshotName(step.snapshot)}`;
	}
}
function named(subject) {
	return "listed" in subject ? fullName(subject) : `${fullName(subject)}, which no list shows`;
}
// src/modes/mode.ts
async function carryOut(mode, inputs, deps) {
	const { journal, log } = deps;
	if (!inputs.dryRun) mode.prepare?.(inputs, deps);
	log.group("Looking");
	const seen = await mode.look(inputs, deps);
	const plan = mode.plan(seen, inputs);
	if (plan instanceof Refusal) throw plan;
	for (const annotation of plan.annotations) journal.annotate(annotation);
	journal.plan.push(...plan.steps.map(sentenceOf));
	if (inputs.dryRun) {
		const { tellPlan } = await __nccwpck_require__.e(/* import() */ 777).then(__nccwpck_require__.bind(__nccwpck_require__, 777));
		await tellPlan(plan.steps, inputs, deps);
		return { result: "planned" };
	}
	for (const step of plan.steps) log[changesSomething(step) ? "info" : "debug"](`Going to ${sentenceOf(step)}.`);
	return mode.perform(plan, {
		inputs,
		seen
	}, deps);
}
function changesSomething(step) {
	return step.do !== "show" && step.do !== "keep" && step.do !== "give_up";
}
// src/vps/errors.ts
var VpsError = class extends Error {
	title;
	endpoint;
	fate;
	passing;
	isOutage;
	next;
	constructor(trouble) {
		super(trouble.message, trouble.cause === void 0 ? void 0 : { cause: trouble.cause });
		this.name = new.target.name;
		this.title = trouble.title;
		this.endpoint = trouble.endpoint;
		this.fate = trouble.fate;
		this.passing = trouble.passing;
		this.isOutage = trouble.isOutage ?? false;
		this.next = trouble.next;
	}
};
function failureFrom(error, words = {}, Kind = Failure) {
	return new Kind({
		title: words.title ?? error.title,
		message: [words.message, sentence(error.message)].filter(Boolean).join(" "),
		next: [words.next, error.next].filter(Boolean).join("\n"),
		cause: error
	});
}
// src/report/explain.ts
function explain(error, journal) {
	const { title, message, next, ending, rollback } = wordsOf(error);
	return {
		title,
		message: [
			message,
			changesIn(journal),
			next
		].filter(Boolean).join("\n"),
		ending,
		rollback
	};
}
function wordsOf(error) {
	if (error instanceof Failure) return error;
	if (error instanceof VpsError) return failureFrom(error);
	return {
		title: "Internal error",
		message: error instanceof Error ? error.message : String(error),
		next: "This is a bug in the action. Run again with debug logging, and report it with the log.",
		ending: "failed",
		rollback: []
	};
}
function changesIn({ changes }) {
	return changes.length === 0 ? "Nothing was changed." : changes.join("\n");
}
// src/rules/slots.ts
function ofServer(id, snapshots) {
	return snapshots.filter(({ server }) => server.id === id);
}
function slotsUsed(serverId, snapshots) {
	return ofServer(serverId, snapshots).length;
}
function isFull(serverId, snapshots) {
	return slotsUsed(serverId, snapshots) >= 5;
}
// src/report/journal.ts
function factsOf(subject) {
	if (!("listed" in subject)) return { id: subject.unlisted };
	const { listed } = subject;
	return {
		server: listed.server,
		id: listed.id,
		snapshot: listed
	};
}
var Entry = class {
	#facts;
	#onChange;
	constructor(facts, onChange) {
		this.#facts = facts;
		this.#onChange = onChange;
	}
	get facts() {
		return this.#facts;
	}
	learn(news) {
		const before = this.#facts;
		this.#facts = {
			...before,
			...news
		};
		const { id, snapshot, result } = this.#facts;
		if (!(id === before.id && snapshot?.status === before.snapshot?.status && result === before.result)) this.#onChange();
	}
};
var Journal = class {
	entries = [];
	deletedIds = [];
	plan = [];
	annotations = [];
	slots = new Map();
	moments = [];
	#changes = new Map();
	#log;
	#publish;
	constructor(log, publish) {
		this.#log = log;
		this.#publish = publish;
	}
	enter(facts) {
		const entry = new Entry(facts, () => this.#publish(this));
		this.entries.push(entry);
		return entry;
	}
	entryOf(id) {
		return this.entries.find(({ facts }) => facts.id === id);
	}
	get changes() {
		return [...this.#changes.values()];
	}
	doubt(act, id, text) {
		this.#changes.set(`${act} ${id}`, text);
	}
	settle(act, id, text) {
		this.#changes.set(`${act} ${id}`, text);
	}
	takeBack(act, id) {
		this.#changes.delete(`${act} ${id}`);
	}
	mayHave(act, id) {
		return this.#changes.has(`${act} ${id}`);
	}
	deleted(id, serverId) {
		this.deletedIds.push(id);
		const used = serverId === void 0 ? void 0 : this.slots.get(serverId);
		if (serverId !== void 0 && used !== void 0) this.slots.set(serverId, used - 1);
		this.#publish(this);
	}
	counted(servers, list) {
		for (const id of servers) this.slots.set(id, slotsUsed(id, list));
	}
	stood(serverId, stoppedMs) {
		for (const entry of this.entries) if (entry.facts.server?.id === serverId) entry.learn({ stoppedMs });
	}
	happened(what, at, serverId) {
		this.moments.push({
			what,
			at,
			serverId
		});
	}
	notice(title, text) {
		this.annotate({
			level: "notice",
			title,
			text
		});
	}
	warning(title, text) {
		this.annotate({
			level: "warning",
			title,
			text
		});
	}
	annotate({ level, title, text }) {
		this.annotations.push({
			level,
			text
		});
		this.#log[level](title, text);
	}
};
const severity = [
	"already_absent",
	"listed",
	"pruned",
	"planned",
	"kept",
	"deleted",
	"created",
	"ready",
	"restored",
	"requested",
	"timed_out",
	"failed",
	"cancelled"
];
function worst(results, otherwise) {
	return results.reduce((worse, result) => severity.indexOf(result) > severity.indexOf(worse) ? result : worse, results[0] ?? otherwise);
}
// src/report/outputs.ts
function earlyOutputs(journal) {
	return journal.entries.length > 100 ? idOutputs(journal) : knownOutputs(journal);
}
function idOutputs({ entries, deletedIds }) {
	const all = entries.map(({ facts }) => facts);
	const existing = existingIn(all);
	return {
		snapshot_id: list(existing.map(({ id }) => id)),
		server_id: list((existing.length > 0 ? existing : all).map(({ server }) => server?.id)),
		deleted_ids: JSON.stringify(deletedIds.map(asJson$1))
	};
}
function knownOutputs(journal) {
	const all = journal.entries.map(({ facts }) => facts);
	const existing = existingIn(all);
	return {
		...idOutputs(journal),
		snapshot_name: list(existing.map(({ snapshot }) => snapshot?.name)),
		status: list(existing.map(({ snapshot }) => snapshot?.status)),
		size_mb: list(existing.map(({ snapshot }) => snapshot?.sizeMb)),
		created_at: list(existing.map(({ snapshot }) => snapshot?.createdAt)),
		snapshots: inert(JSON.stringify(all.map(asJson)))
	};
}
function existingIn(all) {
	return all.filter(({ id, result }) => id !== void 0 && result !== "deleted" && result !== "already_absent");
}
function list(values) {
	return values.map((value) => disarmed(String(value ?? ""))).join(",");
}
function finalOutputs(journal, result, tookMs) {
	return {
		...knownOutputs(journal),
		result,
		duration_seconds: String(inSeconds(tookMs))
	};
}
function inert(json) {
	return json.replaceAll("##[", "##\\u005b");
}
function inSeconds(ms) {
	return ms === void 0 ? null : Math.round(ms / 1e3);
}
function asJson({ server, id, snapshot, result, adopted, remark, tookMs, stoppedMs }) {
	return {
		server_id: server ? asJson$1(server.id) : null,
		server_name: server?.name ?? null,
		snapshot_id: id === void 0 ? null : asJson$1(id),
		snapshot_name: snapshot?.name ?? null,
		status: snapshot?.status ?? null,
		size_mb: snapshot?.sizeMb ?? null,
		created_at: snapshot?.createdAt ?? null,
		description: snapshot?.description ?? null,
		result: result ?? null,
		adopted: adopted ?? false,
		remark: remark ?? null,
		duration_seconds: inSeconds(tookMs),
		stopped_seconds: inSeconds(stoppedMs)
	};
}
// src/run.ts
async function runStep(world, mode, read) {
	const { clock } = world;
	const startedAt = clock.now();
	const journal = new Journal(world.log, (news) => world.setOutputs(earlyOutputs(news)));
	const { task, deps, outcome, failure } = await act(world, journal, read);
	const words = journal.entries.flatMap(({ facts }) => facts.result ?? []);
	const result = failure?.ending ?? outcome.result ?? worst(words, "listed");
	const tookMs = clock.now() - startedAt;
	world.setOutputs(finalOutputs(journal, result, tookMs));
	const story = {
		mode,
		result,
		journal,
		failure,
		reason: (failure && task?.jobFailed === void 0 ? void 0 : task?.reason) ?? "",
		jobFailed: task?.jobFailed ?? false,
		pending: task?.pending ?? false,
		rollback: failure?.rollback ?? outcome.rollback ?? [],
		byHand: deps?.vps.byHand,
		now: deps?.vps.now(),
		endedAt: clock.date(),
		tookMs,
		uses: world.uses
	};
	await writeSummary$1(world, story, task);
	if (task && deps) await tellGitHub(story, {
		task,
		deps,
		clean: world.clean
	});
	if (!failure && deps && outcome.seal) seal(world, journal, {
		deps,
		seal: outcome.seal
	});
}
async function act(world, journal, read) {
	const course = { outcome: {} };
	try {
		for (const form of tokenForms(world.raw("api_token"))) world.mask(form);
		if (world.raw("github_token").length >= 8) world.mask(world.raw("github_token"));
		course.task = await read(journal);
		course.deps = await world.equip(course.task.inputs, journal, course.task.planning);
		course.outcome = await course.task.act(course.deps);
	} catch (error) {
		course.failure = explain(error, journal);
		if (error instanceof Error && error.stack) world.log.debug(error.stack);
	}
	world.log.endGroup();
	if (course.failure) fail$1(world, course.failure);
	return course;
}
function fail$1(world, { title, message }) {
	world.log.error(title, message);
	world.fail();
}
function seal(world, journal, last) {
	try {
		last.deps.signal.throwIfAborted();
		last.seal();
	} catch (error) {
		const failure = explain(error, journal);
		fail$1(world, failure);
		world.setOutputs({ result: failure.ending });
	}
}
async function writeSummary$1(world, story, task) {
	const idle = story.result === "kept" && story.journal.annotations.length === 0;
	if (!(task ? task.inputs.report.summary : world.raw("report") !== "none") || idle) return;
	const { summary } = await __nccwpck_require__.e(/* import() */ 648).then(__nccwpck_require__.bind(__nccwpck_require__, 648)).then((n) => n.n);
	world.writeSummary(summary(story));
}
async function tellGitHub(story, { task, deps, clean }) {
	const { report: reporting, dryRun } = task.inputs;
	if (dryRun || deps.signal.aborted || !(reporting.comment || reporting.status)) return;
	const known = story.journal.entries.flatMap(({ facts }) => facts.server?.id ?? []);
	const certain = new Set([...task.about.servers, ...known]);
	const servers = certain.size > 0 ? [...certain] : task.about.allowed;
	const { origin, github, log } = deps;
	const { reportToGitHub } = await __nccwpck_require__.e(/* import() */ 911).then(__nccwpck_require__.bind(__nccwpck_require__, 911));
	await reportToGitHub({
		story,
		servers,
		reporting,
		github,
		log,
		runUrl: origin.runUrl,
		clean
	});
}
// src/vps/reading.ts
function forAtMost(ms) {
	return { patienceMs: () => ms };
}
const whilePlanning = { patienceMs: ({ isOutage }) => isOutage ? Number.POSITIVE_INFINITY : 12e4 };
const untilTheDeadline = {};
// src/run-main.ts
function runMain(world) {
	return runStep(world, oneLine(world.raw("mode") || "create", 20), async (journal) => {
		for (const name of foreignInputs(world.inputNames())) world.log.debug(`Input ${name} is none of this action’s.`);
		for (const text of idleInputs(world.raw)) journal.warning("Input not used", text);
		const inputs = readInputs(world.raw);
		if (inputs.mode === "create" && !world.canSetOutputs()) throw noOutputs();
		const promise = promiseIn(inputs);
		if (promise.reason) world.log.info(promise.reason);
		const planning = isWorthWaiting(inputs) ? untilTheDeadline : whilePlanning;
		return {
			...promise,
			inputs,
			planning,
			about: serversIn(inputs),
			act: (deps) => perform(inputs, deps)
		};
	});
}
function serversIn(inputs) {
	return "servers" in inputs ? {
		servers: inputs.servers,
		allowed: []
	} : {
		servers: [],
		allowed: inputs.selection.servers
	};
}
function promiseIn(inputs) {
	if (!("policies" in inputs)) return {};
	return {
		reason: promiseOf(inputs.policies),
		pending: isActing(inputs.policies)
	};
}
function noOutputs() {
	return new Failure({
		title: "Outputs not written",
		message: "GITHUB_OUTPUT cannot be written, so no later step would learn the id.",
		next: "Check the runner’s disk."
	});
}
function isWorthWaiting({ mode }) {
	return mode === "restore" || mode === "wait";
}
async function perform(inputs, deps) {
	switch (inputs.mode) {
		case "create": return carryOut((await Promise.all(/* import() */[__nccwpck_require__.e(965), __nccwpck_require__.e(712), __nccwpck_require__.e(454)]).then(__nccwpck_require__.bind(__nccwpck_require__, 454))).create, inputs, deps);
		case "wait": return carryOut((await Promise.all(/* import() */[__nccwpck_require__.e(965), __nccwpck_require__.e(712), __nccwpck_require__.e(831)]).then(__nccwpck_require__.bind(__nccwpck_require__, 831))).wait, inputs, deps);
		case "restore": return carryOut((await Promise.all(/* import() */[__nccwpck_require__.e(965), __nccwpck_require__.e(738)]).then(__nccwpck_require__.bind(__nccwpck_require__, 738))).restore, inputs, deps);
		case "delete": return carryOut((await Promise.all(/* import() */[__nccwpck_require__.e(965), __nccwpck_require__.e(925)]).then(__nccwpck_require__.bind(__nccwpck_require__, 925))).deleteMode, inputs, deps);
		case "prune": return carryOut((await Promise.all(/* import() */[__nccwpck_require__.e(965), __nccwpck_require__.e(420)]).then(__nccwpck_require__.bind(__nccwpck_require__, 420))).prune, inputs, deps);
		case "list": return carryOut((await __nccwpck_require__.e(/* import() */ 226).then(__nccwpck_require__.bind(__nccwpck_require__, 226))).list, inputs, deps);
	}
}
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
	process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_1__.EOL);
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
	process.stdout.write(message + os__WEBPACK_IMPORTED_MODULE_1__.EOL);
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
function canSetOutputs() {
	return !process.env.GITHUB_OUTPUT || append("GITHUB_OUTPUT", "");
}
function saveState(json) {
	return append("GITHUB_STATE", [...json.match(piece) ?? [], ""].map((text, index) => `${pieceName(index)}=${text}\n`).join(""));
}
function savedState() {
	let json = "";
	for (let index = 0, text = ""; index === 0 || text !== ""; index += 1) {
		text = getState(pieceName(index));
		json += text;
	}
	return json;
}
const piece = /.{1,15000}/gsu;
function pieceName(index) {
	return index === 0 ? "state" : `state_${index}`;
}
function writeSummary(markdown) {
	append("GITHUB_STEP_SUMMARY", markdown);
}
function fail() {
	process.exitCode = ExitCode.Failure;
}
function append(variable, text) {
	const file = process.env[variable];
	if (!file) return false;
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, text);
		return true;
	} catch (error) {
		warning(`${variable} could not be written: ${error instanceof Error ? error.message : String(error)}`);
		return false;
	}
}
// src/runner/stdout.ts
function writeAtOnce(write = (bytes) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(1, bytes)) {
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
// src/runner/clock.ts
const longestTimer = 2 ** 31 - 1;
const systemClock = {
	now() {
		const [seconds, nanoseconds] = process.hrtime();
		return seconds * 1e3 + nanoseconds / 1e6;
	},
	date: () => new Date(),
	async sleep(ms, signal) {
		const end = systemClock.now() + ms;
		for (let left = ms; left > 0; left = end - systemClock.now()) await nap(Math.min(left, longestTimer), signal);
	}
};
function nap(ms, signal) {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(signal.reason);
			return;
		}
		const wake = () => {
			signal?.removeEventListener("abort", stop);
			resolve();
		};
		const stop = () => {
			clearTimeout(timer);
			reject(signal?.reason);
		};
		const timer = setTimeout(wake, ms);
		signal?.addEventListener("abort", stop, { once: true });
	});
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
// src/runner/signals.ts
function stopSignal() {
	const controller = new AbortController();
	for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => {
		controller.abort(new Cancelled(name));
		setTimeout(() => process.exit(1), 1900).unref();
	});
	return controller.signal;
}
// src/runner/uses.ts
function usesReference() {
	const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
	return repository && ref ? `${repository}@${ref}` : "OWNER/vps-snapshot-action@v1";
}
// src/world.ts
function realWorld(write) {
	const redactors = [];
	const clean = (text) => redactors.reduce((safe, redact) => redact(safe), text);
	const log = runnerLog(clean);
	const signal = stopSignal();
	return {
		raw: input,
		inputNames,
		clock: systemClock,
		log,
		clean,
		fail,
		canSetOutputs,
		savedState,
		uses: usesReference(),
		mask(secret) {
			mask(secret);
			redactors.push(redactor(secret));
		},
		setOutputs: (values) => write(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)]))),
		writeSummary: (markdown) => writeSummary(clean(markdown)),
		async equip(inputs, journal, planning) {
			const { realDeps } = await __nccwpck_require__.e(/* import() */ 417).then(__nccwpck_require__.bind(__nccwpck_require__, 417));
			const keep = (json) => saveState(clean(json));
			return realDeps(inputs, planning, {
				journal,
				log,
				clock: systemClock,
				signal,
				saveState: keep
			});
		}
	};
}
// src/main.ts
writeAtOnce();
runMain(realWorld(setOutputs));



/***/ })

});
/************************************************************************/
// The module cache
var __webpack_module_cache__ = {};

// The require function
function __nccwpck_require__(moduleId) {
	// Check if module is in cache
	var cachedModule = __webpack_module_cache__[moduleId];
	if (cachedModule !== undefined) {
		return cachedModule.exports;
	}
	// Create a new module (and put it into the cache)
	var module = __webpack_module_cache__[moduleId] = {
		// no module.id needed
		// no module.loaded needed
		exports: {}
	};

	// Execute the module function
	var threw = true;
	try {
		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
		threw = false;
	} finally {
		if(threw) delete __webpack_module_cache__[moduleId];
	}

	// Return the exports of the module
	return module.exports;
}

// expose the modules object (__webpack_modules__)
__nccwpck_require__.m = __webpack_modules__;

/************************************************************************/
/* webpack/runtime/asset-relocator-loader */

/* webpack/runtime/define property getters */
(() => {
	// define getter functions for harmony exports
	__nccwpck_require__.d = (exports, definition) => {
		for(var key in definition) {
			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
			}
		}
	};
})();

/* webpack/runtime/ensure chunk */
(() => {
	__nccwpck_require__.f = {};
	// This file contains only the entry chunk.
	// The chunk loading function for additional chunks
	__nccwpck_require__.e = (chunkId) => {
		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
			__nccwpck_require__.f[key](chunkId, promises);
			return promises;
		}, []));
	};
})();

/* webpack/runtime/get javascript chunk filename */
(() => {
	// This function allow to reference async chunks
	__nccwpck_require__.u = (chunkId) => {
		// return url for filenames based on template
		return "" + chunkId + ".index.js";
	};
})();

/* webpack/runtime/hasOwnProperty shorthand */
(() => {
	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
})();

/* webpack/runtime/make namespace object */
(() => {
	// define __esModule on exports
	__nccwpck_require__.r = (exports) => {
		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
		}
		Object.defineProperty(exports, '__esModule', { value: true });
	};
})();

/* webpack/runtime/import chunk loading */
(() => {
	// no baseURI
	
	// object to store loaded and loading chunks
	// undefined = chunk not loaded, null = chunk preloaded/prefetched
	// [resolve, Promise] = chunk loading, 0 = chunk loaded
	var installedChunks = {
		792: 0
	};
	
	var installChunk = (data) => {
		var {ids, modules, runtime} = data;
		// add "modules" to the modules object,
		// then flag all "ids" as loaded and fire callback
		var moduleId, chunkId, i = 0;
		for(moduleId in modules) {
			if(__nccwpck_require__.o(modules, moduleId)) {
				__nccwpck_require__.m[moduleId] = modules[moduleId];
			}
		}
		if(runtime) runtime(__nccwpck_require__);
		for(;i < ids.length; i++) {
			chunkId = ids[i];
			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
				installedChunks[chunkId][0]();
			}
			installedChunks[ids[i]] = 0;
		}
	
	}
	
	__nccwpck_require__.f.j = (chunkId, promises) => {
			// import() chunk loading for javascript
			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
			if(installedChunkData !== 0) { // 0 means "already installed".
	
				// a Promise means "currently loading".
				if(installedChunkData) {
					promises.push(installedChunkData[1]);
				} else {
					if(true) { // all chunks have JS
						// setup Promise in chunk cache
						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
							throw e;
						});
						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
						promises.push(installedChunkData[1] = promise);
					}
				}
			}
	};
	
	// no prefetching
	
	// no preloaded
	
	// no external install chunk
	
	// no on chunks loaded
})();

/************************************************************************/
var __webpack_exports__ = {};
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(708);



