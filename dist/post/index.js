import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 30:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ code),
/* harmony export */   c: () => (/* binding */ markdown),
/* harmony export */   i: () => (/* binding */ timeOfDay),
/* harmony export */   l: () => (/* binding */ oneLine),
/* harmony export */   n: () => (/* binding */ duration),
/* harmony export */   o: () => (/* binding */ disarmed),
/* harmony export */   r: () => (/* binding */ size),
/* harmony export */   s: () => (/* binding */ fitting),
/* harmony export */   t: () => (/* binding */ count),
/* harmony export */   u: () => (/* binding */ redactor)
/* harmony export */ });
// src/text/text.ts
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu;
function oneLine(text, longest = 300) {
	const line = disarmed(text.replace(unprintable, " ")).trim();
	return line.length <= longest ? line : `${shorten(line, longest - 1)}…`;
}
function disarmed(line) {
	return line.replace(/##(?=\[)/g, "## ").replace(/^(\s*):(?=:)/, "$1: ");
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
function redactor(secret) {
	const escaped = [
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		markdown(secret)
	];
	const forms = [...new Set([secret, ...escaped])].filter((form) => form !== "");
	return (text) => forms.reduce((clean, form) => clean.replaceAll(form, "***"), text);
}
// src/text/format.ts
function duration(ms) {
	if (ms < 1e3) return `${Math.floor(ms)} ms`;
	if (ms < 6e4) return `${Math.floor(ms / 1e3)} s`;
	if (ms < 36e5) return `${Math.floor(ms / 6e4)}m ${pad(ms % 6e4 / 1e3)}s`;
	if (ms < 864e5) return `${Math.floor(ms / 36e5)}h ${pad(ms % 36e5 / 6e4)}m`;
	return `${Math.floor(ms / 864e5)}d ${Math.floor(ms % 864e5 / 36e5)}h`;
}
function size(mb) {
	if (mb === null) return "–";
	return mb < 1024 ? `${mb} MB` : `${(mb / 1024).toFixed(1)} GB`;
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



/***/ }),

/***/ 38:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readId),
/* harmony export */   n: () => (/* binding */ byId),
/* harmony export */   r: () => (/* binding */ onWire),
/* harmony export */   t: () => (/* binding */ ascending)
/* harmony export */ });
// src/vps/id.ts
function readId(json) {
	const text = typeof json === "number" ? String(json) : json;
	if (typeof text !== "string" || !/^0*[1-9]\d*$/.test(text)) return void 0;
	const number = Number(text);
	return Number.isSafeInteger(number) ? String(number) : void 0;
}
function onWire(id) {
	return Number(id);
}
function ascending(one, other) {
	return Number(one) - Number(other);
}
function byId(one, other) {
	return ascending(one.id, other.id);
}



/***/ }),

/***/ 235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ UnreadableAnswer),
/* harmony export */   c: () => (/* binding */ serverName),
/* harmony export */   d: () => (/* binding */ InputError),
/* harmony export */   f: () => (/* binding */ TimedOut),
/* harmony export */   i: () => (/* binding */ NetworkError),
/* harmony export */   l: () => (/* binding */ snapshotName),
/* harmony export */   n: () => (/* binding */ slotsUsed),
/* harmony export */   o: () => (/* binding */ VpsError),
/* harmony export */   p: () => (/* binding */ gathered),
/* harmony export */   r: () => (/* binding */ ApiError),
/* harmony export */   s: () => (/* binding */ capitalised),
/* harmony export */   t: () => (/* binding */ summary),
/* harmony export */   u: () => (/* binding */ Failure)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(856);
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(38);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(864);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(857);





// src/errors.ts
var Failure = class extends Error {
	title;
	next;
	ending;
	constructor(told, ending = "failed") {
		super(told.message, told.cause === void 0 ? void 0 : { cause: told.cause });
		this.name = new.target.name;
		this.title = told.title;
		this.next = told.next;
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
	constructor(told) {
		super(told, "timed_out");
	}
};
var Cancelled = class extends Failure {
	constructor(signal) {
		super({
			title: "Cancelled",
			message: `The runner stopped this step (${signal}).`,
			next: "What was requested before goes on at VPS.org; the snapshots named in this log are still there."
		}, "cancelled");
	}
};
var SeveralFailures = class extends Failure {
	failures;
	constructor(failures, of) {
		super({
			title: `${failures.length} of ${of} failed`,
			message: failures.map((failure) => failure.message).join("\n"),
			next: [...new Set(failures.map((failure) => failure.next))].join("\n"),
			cause: failures[0]?.cause
		}, worstEnding(failures));
		this.failures = failures;
	}
};
function gathered(failures, of) {
	const [only] = failures;
	return only && failures.length === 1 ? only : new SeveralFailures(failures, of);
}
function worstEnding(failures) {
	const endings = failures.map((failure) => failure.ending);
	if (endings.includes("cancelled")) return "cancelled";
	return endings.includes("failed") ? "failed" : "timed_out";
}
// src/text/names.ts
function serverName(server) {
	const name = (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.l)(server.name ?? "", 60);
	return name && name !== `server ${server.id}` ? `server ${server.id} (${name})` : `server ${server.id}`;
}
function snapshotName(snapshot) {
	return snapshot.name ? `snapshot ${snapshot.id} (${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.l)(snapshot.name, 80)})` : `snapshot ${snapshot.id}`;
}
function capitalised(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
// src/modes/mode.ts
async function carryOut(mode, inputs, deps) {
	const { journal, log } = deps;
	log.group("Looking");
	const seen = await mode.look(inputs, deps);
	const plan = mode.plan(seen, inputs);
	if (plan instanceof Refusal) throw plan;
	for (const { level, title, text } of plan.remarks) journal[level](title, text);
	journal.plan.push(...plan.steps.map(sentence));
	if (inputs.dryRun) {
		log.group("Plan (dry run: nothing is changed)");
		journal.result = "planned";
		const makesRoom = plan.steps.some((step) => step.do === "create");
		for (const step of plan.steps) {
			log.info(`Would ${sentence(step)}`);
			if (!makesRoom || step.do === "create") journal.enter({
				...subject(step),
				result: "planned"
			});
		}
		return;
	}
	for (const step of plan.steps) if (step.do !== "show" && step.do !== "keep") log.info(`Going to ${sentence(step)}.`);
	await mode.perform(plan, inputs, deps, seen);
}
function sentence(step) {
	switch (step.do) {
		case "create": return `create snapshot ${step.name} of ${serverName(step.server)}`;
		case "wait": return `wait for ${named(step)}`;
		case "restore": return `restore ${serverName(step.server)} from ${snapshotName(step.snapshot)}${step.thenDelete ? ", then delete that" : ""}`;
		case "delete": return `delete ${named(step)}${step.why ? ` (${step.why})` : ""}`;
		case "keep": return `keep ${named(step)} (${step.why})`;
		case "show": return `show ${snapshotName(step.snapshot)}`;
	}
}
function named({ id, snapshot }) {
	return snapshot ? `${snapshotName(snapshot)} of ${serverName(snapshot.server)}` : `snapshot ${id}, which no list shows`;
}
function subject(step) {
	if (step.do === "create") return { server: step.server };
	const id = "id" in step ? step.id : step.snapshot.id;
	return step.snapshot ? {
		server: step.snapshot.server,
		id,
		snapshot: step.snapshot
	} : { id };
}
// src/vps/errors.ts
var VpsError = class extends Error {
	endpoint;
	fate;
	passing;
	hint;
	constructor(facts) {
		super(facts.message, facts.cause === void 0 ? void 0 : { cause: facts.cause });
		this.name = new.target.name;
		this.endpoint = facts.endpoint;
		this.fate = facts.fate;
		this.passing = facts.passing;
		this.hint = facts.hint;
	}
};
var ApiError = class extends VpsError {
	status;
	retryAfterMs;
	constructor(endpoint, status, detail, retryAfterMs) {
		const passing = isPassing(status);
		super({
			message: `VPS.org answered ${status} to ${endpoint}${detail ? `: ${detail}` : ""}`,
			endpoint,
			fate: passing || isRedirect(status) ? "unknown" : "refused",
			passing,
			hint: hintFor(status)
		});
		this.status = status;
		this.retryAfterMs = retryAfterMs;
	}
};
var NetworkError = class extends VpsError {
	code;
	constructor(endpoint, code, cause) {
		const untrusted = isUntrusted(code);
		super({
			message: untrusted ? `The certificate of VPS.org was not accepted for ${endpoint} (${code})` : `No answer from VPS.org to ${endpoint} (${code})`,
			endpoint,
			fate: untrusted || neverLeft.has(code) ? "not_sent" : "unknown",
			passing: !untrusted,
			hint: untrusted ? "Behind a proxy with its own certificate authority, set NODE_EXTRA_CA_CERTS to its file. Verification is never turned off." : "Check that the runner can reach api_url, and HTTPS_PROXY and NO_PROXY if it sits behind a proxy.",
			cause
		});
		this.code = code;
	}
};
var UnreadableAnswer = class extends VpsError {
	constructor(endpoint, problem, cause) {
		super({
			message: `VPS.org answered ${endpoint} with something else than documented: ${problem}`,
			endpoint,
			fate: "unknown",
			passing: true,
			hint: "A proxy or an outage may stand in the way. Check api_url, and run again with debug logging.",
			cause
		});
	}
};
function isRedirect(status) {
	return status >= 300 && status < 400;
}
function isPassing(status) {
	return status === 408 || status === 425 || status === 429 || status >= 500;
}
const neverLeft = new Set([
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN",
	"UND_ERR_CONNECT_TIMEOUT"
]);
function isUntrusted(code) {
	return /CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^ERR_SSL_(WRONG_VERSION|UNSUPPORTED_PROTOCOL|.*HANDSHAKE)/.test(code);
}
function hintFor(status) {
	if (status === 400) return "The request was understood and refused; the words above are the API’s own.";
	if (status === 401) return "Make a new token at https://admin.vps.org/account/developers/ and store it as the secret behind api_token.";
	if (status === 403) return "The token may not do this. Check its permissions at https://admin.vps.org/account/developers/.";
	if (status === 404) return "It may have been deleted, or belong to another account than the token.";
	if (status === 409 || status === 423) return "The server or snapshot is busy. Wait for the other operation, then run again.";
	if (status === 429) return "The API limits how often it may be called. Raise poll_interval_seconds, or run fewer jobs at once.";
	if (status >= 500) return "VPS.org has a problem of its own. Run again later.";
	if (isRedirect(status)) return "Redirects are not followed, so that the token goes nowhere else. Check api_url.";
	return "Run again with debug logging to see every request.";
}
// src/report/explain.ts
function explain(error, journal) {
	const { title, message, next, ending } = told$1(error);
	return {
		title,
		message: [
			message,
			changes(journal),
			next
		].filter(Boolean).join("\n"),
		ending
	};
}
function told$1(error) {
	if (error instanceof Failure) return error;
	if (error instanceof VpsError) return {
		title: titleOf(error),
		message: `${error.message}.`,
		next: error.hint,
		ending: "failed"
	};
	return {
		title: "Internal error",
		message: error instanceof Error ? error.message : String(error),
		next: "This is a bug in the action. Run again with debug logging, and report it with the log.",
		ending: "failed"
	};
}
function titleOf(error) {
	const status = error instanceof ApiError ? error.status : void 0;
	if (status === 401) return "Token not accepted";
	if (status === 403) return "Not permitted";
	return error instanceof NetworkError ? "VPS.org not reached" : "VPS.org did not answer as expected";
}
function changes({ changes }) {
	return changes.size === 0 ? "Nothing was changed." : [...changes].map(({ text }) => text).join("\n");
}
// src/rules/slots.ts
function slotsUsed(serverId, snapshots) {
	return snapshots.filter((snapshot) => snapshot.server.id === serverId).length;
}
// src/report/journal.ts
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
	changes = new Set();
	deletedIds = [];
	result;
	jobFailed = false;
	reason = "";
	plan = [];
	remarks = [];
	slots = new Map();
	moments = [];
	now;
	whenDone;
	rollback = [];
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
	changed(text) {
		const change = { text };
		this.changes.add(change);
		return change;
	}
	takeBack(change) {
		this.changes.delete(change);
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
	happened(what, at, serverId) {
		this.moments.push({
			what,
			at,
			serverId
		});
	}
	notice(title, text) {
		this.remarks.push({
			level: "notice",
			text
		});
		this.#log.notice(title, text);
	}
	warning(title, text) {
		this.remarks.push({
			level: "warning",
			text
		});
		this.#log.warning(title, text);
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
	const all = journal.entries.map(({ facts }) => facts);
	const existing = all.filter(({ id, result }) => id !== void 0 && result !== "deleted" && result !== "already_absent");
	const list = (values) => values.map((value) => (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.o)(String(value ?? ""))).join(",");
	return {
		snapshot_id: list(existing.map(({ id }) => id)),
		snapshot_name: list(existing.map(({ snapshot }) => snapshot?.name)),
		server_id: list((existing.length > 0 ? existing : all).map(({ server }) => server?.id)),
		status: list(existing.map(({ snapshot }) => snapshot?.status)),
		size_mb: list(existing.map(({ snapshot }) => snapshot?.sizeMb)),
		created_at: list(existing.map(({ snapshot }) => snapshot?.createdAt)),
		snapshots: inert(JSON.stringify(all.map(asJson))),
		deleted_ids: JSON.stringify(journal.deletedIds.map(_id_js__WEBPACK_IMPORTED_MODULE_3__.r))
	};
}
function finalOutputs(journal, result, tookMs) {
	return {
		...earlyOutputs(journal),
		result,
		duration_seconds: String(Math.round(tookMs / 1e3))
	};
}
function inert(json) {
	return json.replaceAll("##[", "##\\u005b");
}
function asJson({ server, id, snapshot, result, adopted, remark, tookMs }) {
	return {
		server_id: server ? (0,_id_js__WEBPACK_IMPORTED_MODULE_3__.r)(server.id) : null,
		server_name: server?.name ?? null,
		snapshot_id: id === void 0 ? null : (0,_id_js__WEBPACK_IMPORTED_MODULE_3__.r)(id),
		snapshot_name: snapshot?.name ?? null,
		status: snapshot?.status ?? null,
		size_mb: snapshot?.sizeMb ?? null,
		created_at: snapshot?.createdAt ?? null,
		description: snapshot?.description ?? null,
		result: result ?? null,
		adopted: adopted ?? false,
		remark: remark ?? null,
		duration_seconds: tookMs === void 0 ? null : Math.round(tookMs / 1e3)
	};
}
// src/report/summary.ts
const mostRowsInSummary = 200;
function summary(story, mostRows = mostRowsInSummary) {
	const { mode, result, tookMs } = story;
	const whole = [
		`### ${story.failure ? "❌" : "✅"} VPS.org snapshot: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.c)(mode)} – ${result.replaceAll("_", " ")} in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(tookMs)}`,
		failed(story),
		reason(story),
		plan(story),
		table(story, mostRows),
		remarks(story),
		slots(story),
		(0,_timeline_js__WEBPACK_IMPORTED_MODULE_4__.n)(story.journal.moments),
		byHand(story)
	].filter((part) => part !== "").join("\n\n").concat("\n");
	return (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.s)(whole, 1e6);
}
function reason({ journal }) {
	return journal.reason && (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.c)(journal.reason);
}
function failed({ failure }) {
	if (!failure) return "";
	const lines = failure.message.split("\n").map((line) => `> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.c)(line, 4e3)}`);
	return [`> **${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.c)(failure.title)}**`, ...lines].join("  \n");
}
function plan({ result, journal }) {
	if (result !== "planned") return "";
	return [
		"Nothing was changed. This would be done:",
		"",
		...journal.plan.map((line) => `- ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.c)(line)}`)
	].join("\n");
}
function table({ journal }, mostRows) {
	const now = journal.now?.();
	if (journal.entries.length === 0) return "";
	const rows = journal.entries.slice(0, mostRows).map(({ facts }) => row(facts, now));
	const rest = journal.entries.length - rows.length;
	return [
		"| Server | Snapshot | Status | Size | Age | Took | Result |",
		"| --- | --- | --- | ---: | ---: | ---: | --- |",
		...rows,
		...rest > 0 ? [`| … | and ${rest} more | | | | | |`] : []
	].join("\n");
}
function row({ server, id, snapshot, result, adopted, remark, tookMs }, now) {
	const age = snapshot && now !== void 0 ? (0,_timeline_js__WEBPACK_IMPORTED_MODULE_4__.r)(snapshot, now) : void 0;
	const word = (result ?? snapshot?.status ?? "not made").replaceAll("_", " ");
	return `| ${[
		server ? `${server.id}${server.name ? ` ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.a)(server.name)}` : ""}` : "–",
		id === void 0 ? "–" : `${id}${snapshot?.name ? ` ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.a)(snapshot.name)}` : ""}`,
		snapshot ? (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.a)(snapshot.status) : "–",
		(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot?.sizeMb ?? null),
		age === void 0 ? "–" : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(age),
		tookMs === void 0 ? "–" : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(tookMs),
		[
			(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.c)(word),
			...adopted ? ["found after a lost answer"] : [],
			...remark ? [(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.c)(remark)] : []
		].join("; ")
	].join(" | ")} |`;
}
function remarks({ journal }) {
	return journal.remarks.map(({ level, text }) => `- ${level === "warning" ? "⚠️" : "ℹ️"} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.c)(text, 4e3)}`).join("\n");
}
function slots({ journal }) {
	const used = [...journal.slots].slice(0, mostRowsInSummary).map(([server, slots]) => `server ${server}: ${slots} of 5`);
	return used.length === 0 ? "" : `Slots used: ${used.join(", ")}.`;
}
function byHand({ journal: { rollback }, uses }) {
	if (rollback.length === 0) return "";
	return [
		`<details><summary>Roll back by hand (${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.t)(rollback.length, "snapshot")})</summary>`,
		"",
		"```yaml",
		`- uses: ${uses}`,
		"  with:",
		"    mode: restore",
		"    api_token: ${{ secrets.VPS_API_TOKEN }}",
		`    snapshot_id: "${rollback.join(",")}"`,
		"```",
		"",
		"</details>"
	].join("\n");
}
// src/run.ts
async function runPost(world) {
	const saved = world.custody();
	if (saved === "") {
		world.log.info("The main step took no snapshot, so there is nothing to look after.");
		return;
	}
	await told(world, "after the job", async (journal) => {
		const { reasonOf, takeOver } = await __nccwpck_require__.e(/* import() */ 355).then(__nccwpck_require__.bind(__nccwpck_require__, 355)).then((n) => n.t);
		const work = takeOver(saved, world.raw, journal);
		journal.jobFailed = work.ending !== "success";
		journal.reason = reasonOf(work);
		world.log.info(journal.reason);
		const { guard } = await __nccwpck_require__.e(/* import() */ 454).then(__nccwpck_require__.bind(__nccwpck_require__, 454));
		const planning = work.policy.restore ? {} : { patienceMs: 12e4 };
		const deps = await world.equip(work, journal, planning);
		return {
			inputs: work,
			deps,
			servers: work.custody.targets.flatMap(({ server }) => server?.id ?? []),
			allowed: [],
			act: () => carryOut(guard, work, deps)
		};
	});
}
async function told(world, mode, prepare) {
	const { clock, log } = world;
	const startedAt = clock.now();
	const journal = new Journal(log, (news) => world.setOutputs(earlyOutputs(news)));
	let ready;
	let failure;
	try {
		for (const input of ["api_token", "github_token"]) if (world.raw(input)) world.mask(world.raw(input));
		ready = await prepare(journal);
		await ready.act();
	} catch (error) {
		failure = explain(error, journal);
		if (error instanceof Error && error.stack) log.debug(error.stack);
	}
	log.endGroup();
	if (failure) {
		log.error(failure.title, failure.message);
		world.fail();
	}
	const words = journal.entries.flatMap(({ facts }) => facts.result ?? []);
	const result = failure?.ending ?? journal.result ?? worst(words, "listed");
	const tookMs = clock.now() - startedAt;
	world.setOutputs(finalOutputs(journal, result, tookMs));
	await report(world, {
		mode,
		result,
		journal,
		failure,
		tookMs,
		uses: world.uses
	}, ready);
	if (!failure && ready) finish(world, journal, ready);
}
function finish(world, journal, { deps }) {
	if (!journal.whenDone) return;
	try {
		deps.signal.throwIfAborted();
		journal.whenDone();
	} catch (error) {
		const { title, message, ending } = explain(error, journal);
		world.log.error(title, message);
		world.fail();
		world.setOutputs({ result: ending });
	}
}
async function report(world, story, ready) {
	const { journal, result } = story;
	if (!(result === "kept" && journal.remarks.length === 0) && (ready?.inputs.report.summary ?? world.raw("report") !== "none")) world.writeSummary(summary(story));
	if (!ready || ready.inputs.dryRun || ready.deps.signal.aborted) return;
	const reporting = ready.inputs.report;
	if (!reporting.comment && !reporting.status) return;
	const known = journal.entries.flatMap(({ facts }) => facts.server?.id ?? []);
	const about = new Set([...ready.servers, ...known]);
	const servers = about.size > 0 ? [...about] : ready.allowed;
	const { origin, github, log } = ready.deps;
	const { reportToGitHub } = await __nccwpck_require__.e(/* import() */ 296).then(__nccwpck_require__.bind(__nccwpck_require__, 296));
	await reportToGitHub({
		story,
		servers,
		reporting,
		github,
		log,
		runUrl: origin.runUrl,
		clean: world.clean
	});
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
function mask(secret) {
	if (secret) setSecret(secret);
}
function setOutputs(values) {
	append("GITHUB_OUTPUT", Object.entries(values).map(([name, value]) => `${name}=${value.replace(/[\r\n]+/g, " ")}\n`).join(""));
}
function saveCustody(json) {
	return append("GITHUB_STATE", `custody=${json}\n`);
}
function custody() {
	return getState("custody");
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
// src/runner/log.ts
function runnerLog(clean) {
	const safe = (text) => text.split(/\r\n?|\n/).map((line) => (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.o)(clean(line))).join("\n");
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
		setTimeout(() => process.exit(), 1900).unref();
	});
	return controller.signal;
}
// src/runner/uses.ts
function usesReference() {
	const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
	return repository && ref ? `${repository}@${ref}` : "OWNER/vps-snapshot-action@v1";
}
// src/world.ts
function realWorld() {
	const redactors = [];
	const clean = (text) => redactors.reduce((safe, redact) => redact(safe), text);
	const log = runnerLog(clean);
	const signal = stopSignal();
	return {
		raw: input,
		clean,
		clock: systemClock,
		log,
		fail,
		uses: usesReference(),
		mask(secret) {
			mask(secret);
			redactors.push((0,_format_js__WEBPACK_IMPORTED_MODULE_2__.u)(secret));
		},
		setOutputs: (values) => setOutputs(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)]))),
		writeSummary: (markdown) => writeSummary(clean(markdown)),
		custody,
		async equip(inputs, journal, planning) {
			const { equip } = await __nccwpck_require__.e(/* import() */ 466).then(__nccwpck_require__.bind(__nccwpck_require__, 466));
			return equip({
				inputs,
				journal,
				log,
				clock: systemClock,
				signal,
				planning,
				saveCustody: (json) => saveCustody(clean(json))
			});
		}
	};
}
// src/post.ts
runPost(realWorld());



/***/ }),

/***/ 864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ newestFirst),
/* harmony export */   n: () => (/* binding */ timeline),
/* harmony export */   r: () => (/* binding */ ageOf),
/* harmony export */   t: () => (/* binding */ lossOf)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(856);
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(38);


// src/rules/age.ts
function madeAt(snapshot) {
	return snapshot.createdAt === null ? void 0 : Date.parse(snapshot.createdAt);
}
function ageOf(snapshot, now) {
	const made = madeAt(snapshot);
	return made === void 0 ? void 0 : Math.max(0, now - made);
}
function newestFirst(one, other) {
	const [time, otherTime] = [madeAt(one), madeAt(other)];
	return time === void 0 || otherTime === void 0 || time === otherTime ? (0,_id_js__WEBPACK_IMPORTED_MODULE_0__.n)(other, one) : otherTime - time;
}
// src/report/timeline.ts
function timeline(moments) {
	if (moments.length === 0) return "";
	const sorted = moments.toSorted((one, other) => one.at.getTime() - other.at.getTime());
	return [table(sorted), chart(sorted)].filter(Boolean).join("\n\n");
}
function lossOf(target) {
	if (!target?.requestedAt) return "";
	return `what was written after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__.i)(new Date(target.requestedAt))} (snapshot requested${target.completeAt ? `; complete ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__.i)(new Date(target.completeAt))}` : ""}) may be gone`;
}
function table(moments) {
	return [
		"| Time | Server | What | Since then |",
		"| --- | --- | --- | ---: |",
		...moments.map(({ at, what, serverId }, index) => {
			const before = moments.slice(0, index).findLast((earlier) => earlier.serverId === serverId);
			const since = before ? `+${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__.n)(at.getTime() - before.at.getTime())}` : "";
			return `| ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__.i)(at)} | ${serverId} | ${what} | ${since} |`;
		}).slice(0, mostRows)
	].join("\n");
}
const mostRows = 200;
const mostServersInChart = 20;
function chart(moments) {
	const sections = [...new Set(moments.map(({ serverId }) => serverId))].slice(0, mostServersInChart).flatMap((server) => {
		const bars = barsOf(moments.filter(({ serverId }) => serverId === server));
		return bars.length === 0 ? [] : [`  section server ${server}`, ...bars];
	});
	if (sections.length === 0) return "";
	return [
		"```mermaid",
		"gantt",
		`  dateFormat YYYY-MM-DD HH:mm:ss`,
		"  axisFormat %H:%M",
		...sections,
		"```"
	].join("\n");
}
function barsOf(moments) {
	const at = (what) => moments.find((moment) => moment.what === what)?.at;
	const bar = (label, kind, from, to) => from && to ? [`    ${label} :${kind}, ${stamp(from)}, ${stamp(to)}`] : [];
	return [
		...bar("snapshot", "done", at("snapshot requested"), at("snapshot complete")),
		...bar("job", "active", at("snapshot complete"), at("job ended")),
		...bar("restore", "crit", at("restore requested"), at("server back"))
	];
}
function stamp(date) {
	return date.toISOString().slice(0, 19).replace("T", " ");
}



/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module is referenced by other modules so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(235);
/******/ var __webpack_exports__a = __webpack_exports__.a;
/******/ var __webpack_exports__c = __webpack_exports__.c;
/******/ var __webpack_exports__d = __webpack_exports__.d;
/******/ var __webpack_exports__f = __webpack_exports__.f;
/******/ var __webpack_exports__i = __webpack_exports__.i;
/******/ var __webpack_exports__l = __webpack_exports__.l;
/******/ var __webpack_exports__n = __webpack_exports__.n;
/******/ var __webpack_exports__o = __webpack_exports__.o;
/******/ var __webpack_exports__p = __webpack_exports__.p;
/******/ var __webpack_exports__r = __webpack_exports__.r;
/******/ var __webpack_exports__s = __webpack_exports__.s;
/******/ var __webpack_exports__t = __webpack_exports__.t;
/******/ var __webpack_exports__u = __webpack_exports__.u;
/******/ export { __webpack_exports__a as a, __webpack_exports__c as c, __webpack_exports__d as d, __webpack_exports__f as f, __webpack_exports__i as i, __webpack_exports__l as l, __webpack_exports__n as n, __webpack_exports__o as o, __webpack_exports__p as p, __webpack_exports__r as r, __webpack_exports__s as s, __webpack_exports__t as t, __webpack_exports__u as u };
/******/ 
