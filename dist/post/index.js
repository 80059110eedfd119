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

/***/ 819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ decide),
/* harmony export */   C: () => (/* binding */ unwrapped),
/* harmony export */   D: () => (/* binding */ TimedOut),
/* harmony export */   E: () => (/* binding */ Refusal),
/* harmony export */   F: () => (/* binding */ wordOf),
/* harmony export */   M: () => (/* binding */ keepsAll),
/* harmony export */   N: () => (/* binding */ policyOf),
/* harmony export */   O: () => (/* binding */ failuresOf),
/* harmony export */   P: () => (/* binding */ policyWords),
/* harmony export */   S: () => (/* binding */ token),
/* harmony export */   T: () => (/* binding */ InputError),
/* harmony export */   _: () => (/* binding */ failureFrom),
/* harmony export */   a: () => (/* binding */ timeOfDay),
/* harmony export */   b: () => (/* binding */ redactor),
/* harmony export */   c: () => (/* binding */ newestFirst),
/* harmony export */   d: () => (/* binding */ isInteger),
/* harmony export */   f: () => (/* binding */ readId),
/* harmony export */   g: () => (/* binding */ VpsError),
/* harmony export */   h: () => (/* binding */ slotsUsed),
/* harmony export */   i: () => (/* binding */ duration),
/* harmony export */   j: () => (/* binding */ endings),
/* harmony export */   k: () => (/* binding */ gathered),
/* harmony export */   l: () => (/* binding */ ascending),
/* harmony export */   m: () => (/* binding */ ofServer),
/* harmony export */   n: () => (/* binding */ summary),
/* harmony export */   o: () => (/* binding */ ageOf),
/* harmony export */   p: () => (/* binding */ factsOf),
/* harmony export */   r: () => (/* binding */ count),
/* harmony export */   s: () => (/* binding */ madeAt),
/* harmony export */   t: () => (/* binding */ forAtMost),
/* harmony export */   u: () => (/* binding */ byId),
/* harmony export */   v: () => (/* binding */ fitting),
/* harmony export */   w: () => (/* binding */ Failure),
/* harmony export */   x: () => (/* binding */ sentence),
/* harmony export */   y: () => (/* binding */ oneLine)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(857);


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
	const word = policyWords.find((candidate) => candidate === text.replace(/\s+/g, ""));
	return word && byWord[word];
}
function wordOf(policy) {
	return policyWords.find((word) => byWord[word].restore === policy.restore && byWord[word].delete === policy.delete) ?? "";
}
function keepsAll(policy) {
	return !policy.restore && !policy.delete;
}
function isActing(policies) {
	return endings.some((ending) => !keepsAll(policies[ending]));
}
function decide(policy, confirmed, complete) {
	if (!confirmed || !policy.restore) return policy.delete ? "delete" : "keep";
	if (!complete) return "lost_rollback";
	return policy.delete ? "restore_then_delete" : "restore";
}
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
// src/text/unwrapped.ts
const invisible = String.raw`[\s\u200b-\u200f\u2060\ufeff]*`;
const wrapped = new RegExp(`^${invisible}(["'])?(.*?)\\1${invisible}$`, "s");
function unwrapped(text) {
	const [, quote, inner = text] = wrapped.exec(text) ?? [];
	return quote === void 0 ? inner.replace(new RegExp(`^${invisible}|${invisible}$`, "g"), "") : unwrapped(inner);
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
		next: [words.next, error.next].filter(Boolean).join(" "),
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
// src/report/outputs.ts
function earlyOutputs(journal) {
	const all = journal.entries.map(({ facts }) => facts);
	const existing = all.filter(({ id, result }) => id !== void 0 && result !== "deleted" && result !== "already_absent");
	const list = (values) => values.map((value) => disarmed(String(value ?? ""))).join(",");
	return {
		snapshot_id: list(existing.map(({ id }) => id)),
		snapshot_name: list(existing.map(({ snapshot }) => snapshot?.name)),
		server_id: list((existing.length > 0 ? existing : all).map(({ server }) => server?.id)),
		status: list(existing.map(({ snapshot }) => snapshot?.status)),
		size_mb: list(existing.map(({ snapshot }) => snapshot?.sizeMb)),
		created_at: list(existing.map(({ snapshot }) => snapshot?.createdAt)),
		snapshots: inert(JSON.stringify(all.map(asJson))),
		deleted_ids: JSON.stringify(journal.deletedIds.map(asJson$1))
	};
}
function finalOutputs(journal, result, tookMs) {
	return {
		...earlyOutputs(journal),
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
	return time === void 0 || otherTime === void 0 || time === otherTime ? byId(other, one) : otherTime - time;
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
// src/report/timeline.ts
function timeline(moments) {
	if (moments.length === 0) return "";
	const sorted = moments.toSorted((one, other) => one.at.getTime() - other.at.getTime());
	return [table$1(sorted), chart(sorted)].filter(Boolean).join("\n\n");
}
function table$1(moments) {
	return [
		"| Time | Server | What | Since then |",
		"| --- | --- | --- | ---: |",
		...moments.map(({ at, what, serverId }, index) => {
			const before = moments.slice(0, index).findLast((earlier) => earlier.serverId === serverId);
			const since = before ? `+${duration(at.getTime() - before.at.getTime())}` : "";
			return `| ${timeOfDay(at)} | ${serverId} | ${what} | ${since} |`;
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
	const bar = (label, from, to) => from && to ? [`    ${label}, ${stamp(from)}, ${stamp(to)}`] : [];
	return [
		...bar("snapshot :done", at("snapshot requested"), at("snapshot complete")),
		...bar("job :active", at("snapshot complete"), at("job ended")),
		...bar("restore :crit", at("restore requested"), at("server back"))
	];
}
function stamp(date) {
	return date.toISOString().slice(0, 19).replace("T", " ");
}
// src/report/summary.ts
const mostRowsInSummary = 200;
function summary(story, mostRows = mostRowsInSummary) {
	const { mode, result, tookMs } = story;
	return fitting([
		`### ${signOf(story)} VPS.org snapshot: ${markdown(mode)} – ${result.replaceAll("_", " ")} in ${duration(tookMs)}`,
		failed(story),
		story.reason && markdown(story.reason),
		plan(story),
		table(story, mostRows),
		annotations(story),
		slots(story),
		timeline(story.journal.moments),
		byHand(story)
	].filter((part) => part !== "").join("\n\n").concat("\n"), 1e6);
}
function signOf({ failure, jobFailed }) {
	if (failure) return "❌";
	return jobFailed ? "⚠️" : "✅";
}
function failed({ failure }) {
	if (!failure) return "";
	const lines = failure.message.split("\n").map((line) => `> ${markdown(line, 4e3)}`);
	return [`> **${markdown(failure.title)}**`, ...lines].join("  \n");
}
function plan({ result, journal }) {
	if (result !== "planned") return "";
	return [
		"Nothing was changed. This would be done:",
		"",
		...journal.plan.map((line) => `- ${markdown(line)}`)
	].join("\n");
}
function table({ journal, now }, mostRows) {
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
function row(facts, now) {
	const { server, id, snapshot, result, tookMs } = facts;
	const age = snapshot && now !== void 0 ? ageOf(snapshot, now) : void 0;
	const word = (result ?? snapshot?.status ?? "not made").replaceAll("_", " ");
	return `| ${[
		server ? `${server.id}${server.name ? ` ${code(server.name)}` : ""}` : "–",
		id === void 0 ? "–" : `${id}${snapshot?.name ? ` ${code(snapshot.name)}` : ""}`,
		snapshot ? code(snapshot.status) : "–",
		size(snapshot?.sizeMb ?? null),
		age === void 0 ? "–" : duration(age),
		tookMs === void 0 ? "–" : duration(tookMs),
		[markdown(word), ...detailsOf(facts)].join("; ")
	].join(" | ")} |`;
}
function detailsOf({ adopted, stoppedMs, remark }) {
	return [
		...adopted ? ["found after a lost answer"] : [],
		...stoppedMs === void 0 ? [] : [`the server stood still for ${duration(stoppedMs)}`],
		...remark ? [markdown(remark)] : []
	];
}
function annotations({ journal }) {
	return journal.annotations.map(({ level, text }) => `- ${level === "warning" ? "⚠️" : "ℹ️"} ${markdown(text, 4e3)}`).join("\n");
}
function slots({ journal }) {
	const used = [...journal.slots].slice(0, mostRowsInSummary).map(([server, taken]) => `server ${server}: ${taken} of 5`);
	return used.length === 0 ? "" : `Slots used: ${used.join(", ")}.`;
}
function byHand({ rollback, uses }) {
	if (rollback.length === 0) return "";
	return [
		`<details><summary>Roll back by hand (${count(rollback.length, "snapshot")})</summary>`,
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
		reason: task?.reason ?? "",
		jobFailed: task?.jobFailed ?? false,
		pending: task?.pending ?? false,
		rollback: failure?.rollback ?? outcome.rollback ?? [],
		now: deps?.vps.now(),
		tookMs,
		uses: world.uses
	};
	writeSummary$1(world, story, task);
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
function writeSummary$1(world, story, task) {
	const idle = story.result === "kept" && story.journal.annotations.length === 0;
	if ((task ? task.inputs.report.summary : world.raw("report") !== "none") && !idle) world.writeSummary(summary(story));
}
async function tellGitHub(story, { task, deps, clean }) {
	const { report: reporting, dryRun } = task.inputs;
	if (dryRun || deps.signal.aborted || !(reporting.comment || reporting.status)) return;
	const known = story.journal.entries.flatMap(({ facts }) => facts.server?.id ?? []);
	const certain = new Set([...task.about.servers, ...known]);
	const servers = certain.size > 0 ? [...certain] : task.about.allowed;
	const { origin, github, log } = deps;
	const { reportToGitHub } = await __nccwpck_require__.e(/* import() */ 296).then(__nccwpck_require__.bind(__nccwpck_require__, 296));
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
// src/run-post.ts
async function runPost(world) {
	const saved = world.savedState();
	if (saved === "") return;
	if (saved === "dry run") return world.log.info(dryEnding(world.raw));
	const { lostPolicyIn } = await __nccwpck_require__.e(/* import() */ 712).then(__nccwpck_require__.bind(__nccwpck_require__, 712));
	const lost = lostPolicyIn(saved, world.raw);
	if (lost !== void 0) return tellOnly(lost, world);
	await runStep(world, "after the job", async () => {
		const { readState, reasonFor } = await __nccwpck_require__.e(/* import() */ 355).then(__nccwpck_require__.bind(__nccwpck_require__, 355));
		const work = readState(saved, world.raw);
		const { guardJob, startOnly } = await Promise.all(/* import() */[__nccwpck_require__.e(865), __nccwpck_require__.e(454)]).then(__nccwpck_require__.bind(__nccwpck_require__, 454));
		const about = {
			servers: work.saved.targets.flatMap(({ server }) => server?.id ?? []),
			allowed: []
		};
		if ("failure" in work) return {
			inputs: work.inputs,
			planning: whilePlanning,
			about,
			act: (deps) => startOnly(work, deps)
		};
		const reason = reasonFor(work);
		world.log.info(reason);
		const { report } = work;
		return {
			inputs: report.status && !isActing(work.saved.policies) && keepsAll(work.policy) ? {
				...work,
				report: {
					...report,
					status: false
				}
			} : work,
			planning: work.policy.restore ? untilTheDeadline : whilePlanning,
			about,
			reason,
			jobFailed: work.ending !== "success",
			act: (deps) => guardJob(work, deps)
		};
	});
}
function dryEnding(raw) {
	const status = oneLine(raw("job_status"), 20);
	return `Dry run: the job ended with ${status}, and on_${status} is ${oneLine(raw(`on_${status}`), 20) || "keep"}. There is no snapshot, so nothing is done.`;
}
function tellOnly(text, { log, writeSummary }) {
	log.warning("Policy lost", text);
	writeSummary(`### ⚠️ VPS.org snapshot: kept after the job\n\n${markdown(text, 4e3)}\n`);
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
	return append("GITHUB_STATE", `state=${json}\n`);
}
function savedState() {
	return getState("state");
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
function realWorld() {
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
		setOutputs: (values) => setOutputs(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)]))),
		writeSummary: (markdown) => writeSummary(clean(markdown)),
		async equip(inputs, journal, planning) {
			const { realDeps } = await Promise.all(/* import() */[__nccwpck_require__.e(865), __nccwpck_require__.e(466)]).then(__nccwpck_require__.bind(__nccwpck_require__, 466));
			const keepState = (json) => saveState(clean(json));
			return realDeps(inputs, planning, {
				journal,
				log,
				clock: systemClock,
				signal,
				saveState: keepState
			});
		}
	};
}
// src/post.ts
runPost(realWorld());



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
var __webpack_exports__ = {};
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(819);



