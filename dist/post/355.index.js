export const id = 355;
export const ids = [355,712];
export const modules = {

/***/ 856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ timeOfDay),
/* harmony export */   n: () => (/* binding */ duration),
/* harmony export */   r: () => (/* binding */ size),
/* harmony export */   t: () => (/* binding */ count)
/* harmony export */ });
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

/***/ 712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JC: () => (/* binding */ keptByHand),
/* harmony export */   U2: () => (/* binding */ serversOf),
/* harmony export */   a: () => (/* binding */ isDoubtful),
/* harmony export */   c: () => (/* binding */ isEarlierAttempt),
/* harmony export */   d: () => (/* binding */ readGeneratedName),
/* harmony export */   d_: () => (/* binding */ lostPolicy),
/* harmony export */   f: () => (/* binding */ readMark),
/* harmony export */   i: () => (/* binding */ idsIn),
/* harmony export */   l: () => (/* binding */ isOfRun),
/* harmony export */   lostPolicyIn: () => (/* binding */ lostPolicyIn),
/* harmony export */   n: () => (/* binding */ readPolicy),
/* harmony export */   o: () => (/* binding */ madeFor),
/* harmony export */   p: () => (/* binding */ sameJob),
/* harmony export */   r: () => (/* binding */ idOfTarget),
/* harmony export */   s: () => (/* binding */ readSavedState),
/* harmony export */   t: () => (/* binding */ isEnding),
/* harmony export */   u: () => (/* binding */ isOurs)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(209);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(829);



// src/rules/ownership.ts
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
function readMark(text) {
	const [, repository, runId, attempt, job, step] = markPattern.exec(text) ?? [];
	if (!repository || !runId || !attempt || !job || !step) return null;
	return {
		repository,
		runId,
		attempt,
		nonce: {
			job,
			step
		}
	};
}
function generatedName(origin, serverId) {
	return `gha-${(origin.repository.split("/")[1] ?? "").replace(/[^A-Za-z0-9_-]/g, "-").slice(0, longestRepositoryInName)}-${origin.runId}-${origin.attempt}-${hash6(`${origin.nonce.step}:${serverId}`)}`;
}
function hash6(text) {
	let hash = 2166136261;
	for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
	return (hash >>> 0).toString(16).padStart(8, "0").slice(0, 6);
}
function isOurs(snapshot, origin) {
	const mark = readMark(snapshot.description);
	return mark !== null && sameRepository(mark, origin);
}
function isOfRun(mark, origin) {
	return mark !== null && sameRepository(mark, origin) && mark.runId === origin.runId;
}
function sameJob(one, other) {
	return sameRepository(one, other) && one.runId === other.runId && one.attempt === other.attempt && one.nonce.job === other.nonce.job;
}
function readGeneratedName(name) {
	const [, runId, attempt] = /^gha-.*-(\d+)-(\d+)-[0-9a-f]{6}$/.exec(name) ?? [];
	return runId && attempt ? {
		runId,
		attempt
	} : void 0;
}
function isEarlierAttempt(mark, origin) {
	return mark !== null && isOfRun(mark, origin) && Number(mark.attempt) < Number(origin.attempt);
}
function sameNonce(one, other) {
	return one.job === other.job && one.step === other.step;
}
function sameRepository(one, other) {
	return one.repository.toLowerCase() === other.repository.toLowerCase();
}
// src/rules/adoption.ts
function madeBy(request, snapshots) {
	return snapshots.filter((snapshot) => belongs(snapshot, request) && isFrom(request, snapshot)).sort(oldestFirst);
}
function belongs({ server, name }, request) {
	if (server.id !== _values_js__WEBPACK_IMPORTED_MODULE_1__.l.id) return server.id === request.serverId;
	return name === request.name || name === generatedName(request.mark, request.serverId);
}
function isFrom({ mark, serverId }, snapshot) {
	const its = readMark(snapshot.description);
	if (its) return sameNonce(its.nonce, mark.nonce);
	return snapshot.name === generatedName(mark, serverId);
}
function oldestFirst(one, other) {
	return (0,_references_js__WEBPACK_IMPORTED_MODULE_2__.o)(other, one);
}
function readSavedState(text) {
	try {
		const state = JSON.parse(text);
		return state.version === 2 && [state.targets, state.standing].every(Array.isArray) ? state : void 0;
	} catch {
		return;
	}
}
function idOfTarget({ request }) {
	return typeof request === "object" ? request.id : void 0;
}
function isDoubtful({ request }) {
	return typeof request === "object" && request.doubtful === true;
}
function idsIn({ targets }) {
	return targets.flatMap((target) => idOfTarget(target) ?? []);
}
function madeFor(target, { nonce, origin }, list) {
	if (!target.server || target.name === null) return [];
	return madeBy({
		serverId: target.server.id,
		name: target.name,
		mark: {
			...origin,
			nonce
		}
	}, list);
}
// src/inputs/policies.ts
function readPolicy(raw, ending) {
	const text = raw(`on_${ending}`);
	const policy = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(text || "keep");
	if (!policy) throw (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.a)(`on_${ending}`, text, _start_js__WEBPACK_IMPORTED_MODULE_0__.k.join("; "));
	return policy;
}
function isEnding(text) {
	return _start_js__WEBPACK_IMPORTED_MODULE_0__.E.some((ending) => ending === text);
}
// src/modes/guard/lost-policy.ts
function lostPolicy(saved, raw) {
	const ending = raw("job_status");
	if (!isEnding(ending) || raw(`on_${ending}`).trim() !== "") return void 0;
	const policy = saved.policies[ending];
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(policy)) return void 0;
	return `Nothing was restored and nothing deleted, although the job ended with ${ending}: on_${ending} was ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.A)(policy)} in the main step and is empty now, as inputs are in the post step of nested composite actions. What the job did to ${serversOf(saved)} stands. ${keptByHand(saved)} Next time, use this action in the job itself.`;
}
function lostPolicyIn(text, raw) {
	const saved = readSavedState(text);
	return saved && saved.standing.length === 0 ? lostPolicy(saved, raw) : void 0;
}
function keptByHand(saved) {
	const ids = idsIn(saved).join(",");
	if (ids === "") return "The main step learnt of no snapshot.";
	const use = saved.confirmed ? `restore with snapshot_id: ${ids}, or mode: delete` : `delete with snapshot_id: ${ids}`;
	return `Kept: snapshot ${ids} of ${serversOf(saved)}. By hand: mode: ${use}.`;
}
function serversOf({ targets }) {
	const names = targets.flatMap(({ server }) => server ? (0,_references_js__WEBPACK_IMPORTED_MODULE_2__.n)(server) : []);
	return names.length === 0 ? "the server" : [...new Set(names)].join(", ");
}



/***/ }),

/***/ 355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ recall),
/* harmony export */   readState: () => (/* binding */ readState),
/* harmony export */   reasonFor: () => (/* binding */ reasonFor)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(209);
/* harmony import */ var _lost_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(712);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(856);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(829);





// src/inputs/raw.ts
function flag(raw, input, otherwise) {
	return optional(raw, input, _values_js__WEBPACK_IMPORTED_MODULE_1__.n) ?? otherwise;
}
function optional(raw, input, parse) {
	const text = raw(input);
	return text === "" ? void 0 : parse(input, text);
}
function tidy(raw) {
	return (name) => name === "description" ? raw(name) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(raw(name));
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
	if (text !== "none" && (!known || wanted.length === 0)) throw (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.a)("report", text, `any of ${words.join(", ")}; or none alone`);
	return {
		summary: wanted.includes("summary"),
		comment: wanted.includes("comment"),
		status: wanted.includes("status")
	};
}
function readCommon(raw) {
	return {
		apiToken: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(raw("api_token")),
		apiUrl: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.t)("api_url", raw("api_url") || "https://admin.vps.org/api/v1"),
		timeoutMs: scaled(optional(raw, "timeout_minutes", _values_js__WEBPACK_IMPORTED_MODULE_1__.i), 6e4) ?? 36e5,
		pollIntervalMs: scaled(optional(raw, "poll_interval_seconds", _values_js__WEBPACK_IMPORTED_MODULE_1__.i), 1e3),
		dryRun: flag(raw, "dry_run", false),
		report: readReporting(raw),
		githubToken: raw("github_token")
	};
}
function scaled(number, unit) {
	return number === void 0 ? void 0 : number * unit;
}
// src/inputs/guard.ts
function readGuardInputs(given) {
	const raw = tidy(given);
	const status = raw("job_status");
	const ending = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__.t)(status) ? status : void 0;
	const policy = ending ? (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__.n)(raw, ending) : withoutEnding(raw);
	const common = readCommon(raw);
	return {
		...common,
		timeoutMs: timeoutAfter(status, common),
		ending,
		policy,
		onFailure: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(raw("on_failure")),
		readyUrl: optional(raw, "ready_url", _values_js__WEBPACK_IMPORTED_MODULE_1__.o),
		force: flag(raw, "force", false)
	};
}
function timeoutAfter(jobStatus, { timeoutMs }) {
	return jobStatus === "cancelled" ? Math.min(timeoutMs, 18e4) : timeoutMs;
}
function withoutEnding(raw) {
	if (_start_js__WEBPACK_IMPORTED_MODULE_0__.E.map((ending) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__.n)(raw, ending)).some((policy) => !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(policy))) throw (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.a)("job_status", raw("job_status"), _start_js__WEBPACK_IMPORTED_MODULE_0__.E.join(", "));
	return {
		restore: false,
		delete: false
	};
}
// src/modes/guard/read-state.ts
function readState(text, raw) {
	const saved = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__.s)(text);
	if (!saved) throw unreadable();
	const lost = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .lostPolicy */ .d_)(saved, raw);
	try {
		if (lost !== void 0) throw policyLost(lost);
		const work = {
			...readGuardInputs(raw),
			saved
		};
		if (work.apiUrl !== saved.apiUrl) throw otherApi();
		return work;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y)) throw error;
		const inputs = saved.standing.length > 0 ? usableCommon(raw, saved) : void 0;
		const failure = nothingDone(error, saved, inputs === void 0);
		if (inputs) return {
			saved,
			inputs,
			failure
		};
		throw failure;
	}
}
function usableCommon(raw, { apiUrl }) {
	try {
		const inputs = readCommon(raw);
		const timeoutMs = timeoutAfter(raw("job_status"), inputs);
		return inputs.apiUrl === apiUrl ? {
			...inputs,
			timeoutMs
		} : void 0;
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y) return void 0;
		throw error;
	}
}
function nothingDone(error, saved, isStranded) {
	const standing = isStranded ? saved.standing.map(({ server, byHand }) => `\n${(0,_references_js__WEBPACK_IMPORTED_MODULE_3__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_3__.n)(server))} was stopped for its snapshot and may stand still. Start it: ${byHand}`) : [];
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: error.title,
		message: `${error.message} Nothing was done after the job. ${(0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .keptByHand */ .JC)(saved)}${standing.join("")}`,
		next: error.next,
		rollback: saved.confirmed ? (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__.i)(saved) : [],
		cause: error
	});
}
function reasonFor({ ending, policy, saved }) {
	const state = saved.confirmed ? "confirmed complete before the deploy" : "not confirmed by the main step";
	return `${ending ? `The job ended with ${ending}, and on_${ending} is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.A)(policy)}.` : "This runner does not tell how the job ended, and no policy is set."} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.t)(saved.targets.length, "snapshot")}, ${state}.`;
}
function recall({ saved }, { journal, clock }) {
	for (const { server, request, requestedAt, completeAt } of saved.targets) {
		if (!server || request === "refused") continue;
		if (requestedAt) journal.happened("snapshot requested", new Date(requestedAt), server.id);
		if (completeAt) journal.happened("snapshot complete", new Date(completeAt), server.id);
		journal.happened("job ended", clock.date(), server.id);
	}
}
function unreadable() {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "State not readable",
		message: "What the main step saved for the end of the job was written by another version of this action. Nothing was done after the job.",
		next: "Use one version of the action per job. The main step’s log and summary name the snapshot."
	});
}
function policyLost(message) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Nothing done, the policy was lost",
		message,
		next: "Call this action from the workflow, or from one composite action that is not called by another."
	});
}
function otherApi() {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Another api_url",
		message: "Input api_url is another one now than when the snapshot was taken, and the token is not sent there.",
		next: "Give api_url a value that does not change during the job."
	});
}



/***/ }),

/***/ 829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ madeAt),
/* harmony export */   i: () => (/* binding */ ageOf),
/* harmony export */   n: () => (/* binding */ serverName),
/* harmony export */   o: () => (/* binding */ newestFirst),
/* harmony export */   r: () => (/* binding */ snapshotName),
/* harmony export */   t: () => (/* binding */ capitalised)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);

// src/rules/age.ts
function madeAt(snapshot) {
	return snapshot.createdAt === null ? void 0 : Date.parse(snapshot.createdAt);
}
function ageOf(snapshot, now) {
	const made = madeAt(snapshot);
	return made === void 0 ? void 0 : Math.max(0, now - made);
}
function newestFirst(one, other) {
	const [time, otherTime] = [madeAt(one) ?? never, madeAt(other) ?? never];
	return time === otherTime ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(other, one) : otherTime - time;
}
const never = Number.MIN_SAFE_INTEGER;
// src/text/references.ts
function serverName(server) {
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(server.name ?? "", 60);
	return name && name !== `server ${server.id}` ? `server ${server.id} (${name})` : `server ${server.id}`;
}
function snapshotName(snapshot) {
	return snapshot.name ? `snapshot ${snapshot.id} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot.name, 80)})` : `snapshot ${snapshot.id}`;
}
function capitalised(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}



/***/ }),

/***/ 209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ unusable),
/* harmony export */   c: () => (/* binding */ isGone),
/* harmony export */   d: () => (/* binding */ readPage),
/* harmony export */   f: () => (/* binding */ readServer),
/* harmony export */   i: () => (/* binding */ positiveNumber),
/* harmony export */   l: () => (/* binding */ nobody),
/* harmony export */   n: () => (/* binding */ boolean),
/* harmony export */   o: () => (/* binding */ webUrl),
/* harmony export */   p: () => (/* binding */ readSnapshot),
/* harmony export */   r: () => (/* binding */ isLoopback),
/* harmony export */   s: () => (/* binding */ Malformed),
/* harmony export */   t: () => (/* binding */ apiUrl),
/* harmony export */   u: () => (/* binding */ ownerIn)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);

// src/vps/model.ts
const nobody = {
	id: "0",
	name: "no server"
};
var Malformed = class extends Error {};
function readServer(json, id) {
	return {
		id,
		name: text(json.name) || text(json.hostname) || `server ${id}`,
		status: word(json.status),
		addresses: addressFields.flatMap((field) => texts(json[field]))
	};
}
const addressFields = [
	"ip_address",
	"ipv4",
	"ipv6",
	"ipv4_addresses",
	"ipv6_addresses"
];
function ownerIn(json) {
	const { server } = json;
	if (typeof server === "object" && server !== null) return server;
	const plain = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(server) ?? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(json.server_id);
	const uuid = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(json.server_uuid);
	return {
		...plain && { id: plain },
		...uuid && { uuid }
	};
}
function readSnapshot(json, { id, server }) {
	const status = word(json.status);
	const owner = ownerIn(json);
	const label = text(json.label);
	const description = text(json.description);
	const markable = [
		description,
		label,
		text(json.name)
	];
	return {
		id,
		server: server ? {
			id: server,
			name: text(owner.name) || text(owner.hostname) || `server ${server}`
		} : nobody,
		name: withoutMark(text(json.name)) || withoutMark(label),
		status: status || "unknown",
		sizeMb: typeof json.size_mb === "number" ? json.size_mb : null,
		createdAt: readTime(json.created_at),
		description: markable.find(endsInMark) ?? markable.find(hasMark) ?? (description || label)
	};
}
const markStart = "[gha ";
function hasMark(words) {
	return words.includes(markStart);
}
function endsInMark(words) {
	return hasMark(words) && words.trimEnd().endsWith("]");
}
function withoutMark(words) {
	return hasMark(words) ? words.slice(0, words.lastIndexOf(markStart)).trim() : words;
}
function isGone({ status }) {
	return status === "deleted" || status === "deleting";
}
function readPage(json, read) {
	if (Array.isArray(json)) return {
		items: json.map((item) => read(object(item, "an entry"))),
		count: void 0,
		next: null
	};
	const page = object(json, "a list");
	const { results, count } = page;
	if (!Array.isArray(results)) throw new Malformed("a list without \"results\"");
	return {
		items: results.map((item) => read(object(item, "an entry"))),
		count: typeof count === "number" ? count : void 0,
		next: text(page.next) || null
	};
}
function object(json, what) {
	if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Malformed(`no object for ${what}`);
	return json;
}
function readTime(json) {
	if (typeof json !== "string") return null;
	const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(json) ? `${json.replace(" ", "T")}Z` : json;
	return Number.isNaN(Date.parse(time)) ? null : time;
}
function text(json) {
	return typeof json === "string" ? json : "";
}
function word(json) {
	return text(json).trim().toLowerCase().replace(/[\s-]+/g, "_");
}
function texts(json) {
	return (Array.isArray(json) ? json : [json]).flatMap((one) => text(one).split(/[\s,]+/)).filter((one) => one !== "");
}
// src/inputs/values.ts
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.b(input, `Input ${input} is "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(value, 80)}".`, `Allowed: ${allowed}.`);
}
function parsedUrl(input, value, allowed) {
	if (!URL.canParse(value)) throw unusable(input, value, allowed);
	const url = new URL(value);
	if (url.username || url.password) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.b(input, `Input ${input} has a user name or password in it.`, `Allowed: ${allowed}.`);
	return url;
}
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}



/***/ })

};
