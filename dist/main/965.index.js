export const id = 965;
export const ids = [965];
export const modules = {

/***/ 387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ madeAt),
/* harmony export */   r: () => (/* binding */ newestFirst),
/* harmony export */   t: () => (/* binding */ ageOf)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

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
	return time === otherTime ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(other, one) : otherTime - time;
}
const never = Number.MIN_SAFE_INTEGER;



/***/ }),

/***/ 765:
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

/***/ 116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ inventoryLine)
/* harmony export */ });
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(387);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(765);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(708);



// src/report/inventory.ts
function inventoryLine(snapshot, now) {
	const age = (0,_age_js__WEBPACK_IMPORTED_MODULE_0__.t)(snapshot, now);
	return [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.m)(snapshot),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.C)(snapshot.status, 40),
		...snapshot.sizeMb === null ? [] : [(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot.sizeMb)],
		...age === void 0 ? [] : [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(age)} old`]
	].join(", ");
}



/***/ }),

/***/ 835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ adviceOn),
/* harmony export */   S: () => (/* binding */ WrongAddress),
/* harmony export */   _: () => (/* binding */ readServer),
/* harmony export */   a: () => (/* binding */ snapshotSchedule),
/* harmony export */   b: () => (/* binding */ NotOffered),
/* harmony export */   c: () => (/* binding */ isWhole),
/* harmony export */   d: () => (/* binding */ shortfallOf),
/* harmony export */   f: () => (/* binding */ staying),
/* harmony export */   g: () => (/* binding */ ownerIn),
/* harmony export */   h: () => (/* binding */ nobody),
/* harmony export */   i: () => (/* binding */ settlingSchedule),
/* harmony export */   l: () => (/* binding */ leavingIn),
/* harmony export */   m: () => (/* binding */ isGone),
/* harmony export */   n: () => (/* binding */ powerSchedule),
/* harmony export */   o: () => (/* binding */ windowIn),
/* harmony export */   p: () => (/* binding */ Malformed),
/* harmony export */   r: () => (/* binding */ restoreSchedule),
/* harmony export */   s: () => (/* binding */ List),
/* harmony export */   t: () => (/* binding */ lookTimes),
/* harmony export */   u: () => (/* binding */ likewise),
/* harmony export */   v: () => (/* binding */ readSnapshot),
/* harmony export */   w: () => (/* binding */ isAboutContent),
/* harmony export */   x: () => (/* binding */ UnreadableAnswer),
/* harmony export */   y: () => (/* binding */ ApiError)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

// src/vps/advice.ts
const unexpected = "VPS.org did not answer as expected";
const account = "https://admin.vps.org/account/developers/";
function adviceOn(spoken) {
	const { status, words, foreign } = spoken;
	if (status === 407) return advice("The proxy wants a login. Put it into the proxy’s address: HTTPS_PROXY=http://user:password@host:port.", "The proxy refused");
	if (isRedirect(status)) return advice(redirected(spoken.redirect ?? ""));
	if (foreign) return advice(inPlaceOfJson(status));
	if (status === 401 || status === 403 && isAboutToken(words)) return advice(`Make a new token at ${account} and store it as the secret behind api_token.`, "Token not accepted");
	if (status === 403) return advice(`The token is not allowed to do this. Check its permissions at ${account}.`, "Not permitted");
	return advice(byStatus(status, words !== ""));
}
function isAboutToken(words) {
	return /\b(credentials?|authenticat\w+|token|api[ -]?key|log(ged)?[ -]?in|user inactive|signature|session)\b/i.test(words);
}
function isAboutContent({ words, namesField }) {
	return namesField || /\b(name|label|description|already exists|unique|maximum|server_id)\b/i.test(words) || /\bsnapshots? (limit|quota)\b|\b(limit|quota)\b.*\b\d+ snapshots?\b/i.test(words);
}
function isRedirect(status) {
	return status >= 300 && status < 400;
}
function advice(next, title = unexpected) {
	return {
		title,
		next
	};
}
function redirected(to) {
	return /log-?in|sign-?in|auth|sso/i.test(to) ? "That is a login page: a proxy or a gateway stands before the API. Check api_url, and let the runner’s requests pass." : "Redirects are not followed, so that the token goes nowhere else. Check api_url.";
}
function inPlaceOfJson(status) {
	if (status === 404) return "That is not the API’s own answer: check api_url. If it is right, this account’s API does not offer this.";
	return status >= 500 ? "Something else came in place of the API’s answer: VPS.org, or a proxy before it, has a problem of its own. Run again later." : "Something else came in place of the API’s answer: a proxy, a login or a bot check stands before it. Let the runner’s requests pass, and check api_url.";
}
function byStatus(status, hasWords) {
	if (status === 400 || status === 422) return hasWords ? "That is the API’s own reason. If it does not say what to do, ask VPS.org support with these words." : "The request was refused, and the API does not say why. Ask VPS.org support.";
	if (status === 402) return "Something is to be paid first: look at the account’s billing at VPS.org.";
	if (status === 404) return "It may have been deleted, or belong to another account than the token.";
	if (status === 405) return "This account’s API does not take this kind of request here.";
	if (status === 409 || status === 423) return "The server or snapshot is busy. Wait for the other operation, then run again.";
	if (status === 425 || status === 429) return "The API limits how often it may be called. Raise poll_interval_seconds, or run fewer jobs at once.";
	if (status >= 500) return "VPS.org has a problem of its own. Run again later.";
	return "Run again with debug logging to see every request.";
}
// src/vps/api-error.ts
var ApiError = class ApiError extends _start_js__WEBPACK_IMPORTED_MODULE_0__.a {
	status;
	retryAfterMs;
	words;
	#foreign;
	#isAboutContent;
	constructor({ endpoint, mayHaveWorked }, answer) {
		const { status, words, retryAfterMs, foreign, isAboutContent = false } = answer;
		const isPage = foreign !== void 0;
		const passing = isPassing(status) || isPage || endpoint.startsWith("GET ") && isBusy(status);
		const didNothing = isPage ? status === 404 : isRefusal(status);
		super({
			...adviceOn(answer),
			message: `VPS.org answered ${status} to ${endpoint}${words ? `: ${words}` : ""}${aside(answer)}`,
			endpoint,
			fate: !mayHaveWorked && didNothing ? "refused" : "unknown",
			passing,
			isOutage: status >= 500
		});
		this.status = status;
		this.retryAfterMs = retryAfterMs;
		this.words = words;
		this.#foreign = foreign;
		this.#isAboutContent = isAboutContent;
	}
	get isPage() {
		return this.#foreign !== void 0;
	}
	get isNotNow() {
		if (this.isPage) return false;
		return [
			423,
			425,
			429
		].includes(this.status) || this.status === 409 && !this.#isAboutContent;
	}
	get isAboutAccess() {
		return !this.isPage && (this.status === 401 || this.status === 403);
	}
	get isNotPermitted() {
		return this.isAboutAccess && this.status === 403 && !isAboutToken(this.words);
	}
	beside(other) {
		const { endpoint, status, retryAfterMs } = this;
		const words = `${this.words || "no words"}; and ${other.status} to ${other.endpoint}: ${other.words || "no words"}`;
		const [foreign, isAboutContent] = [this.#foreign, this.#isAboutContent];
		return new ApiError({ endpoint }, {
			status,
			words,
			retryAfterMs,
			foreign,
			isAboutContent
		});
	}
};
function aside({ foreign, words }) {
	return foreign === void 0 || foreign === "an empty body" && words ? "" : ` (${foreign})`;
}
function isRefusal(status) {
	return status < 500 && status !== 408 && !isRedirect(status);
}
var UnreadableAnswer = class extends _start_js__WEBPACK_IMPORTED_MODULE_0__.a {
	constructor(endpoint, problem, cause) {
		super({
			title: "VPS.org did not answer as expected",
			message: `VPS.org answered ${endpoint} with something else than documented: ${problem}`,
			endpoint,
			fate: "unknown",
			passing: true,
			next: "A proxy or an outage may stand in the way. Check api_url, and run again with debug logging.",
			cause
		});
	}
};
var NotOffered = class extends _start_js__WEBPACK_IMPORTED_MODULE_0__.a {
	constructor(endpoint, cause) {
		super({
			title: "Not offered",
			message: `This account’s API does not offer ${endpoint}: it answers 404 and not in JSON, again and again`,
			endpoint,
			fate: cause.fate,
			passing: false,
			next: "Check the id in the path, if there is one. Else ask VPS.org support whether the account’s API has this path.",
			cause
		});
	}
};
var WrongAddress = class extends _start_js__WEBPACK_IMPORTED_MODULE_0__.a {
	constructor(endpoint, cause) {
		super({
			title: "VPS.org not reached",
			message: `Nothing at api_url answers as the API of VPS.org does: ${endpoint} got 404 and no JSON, again and again`,
			endpoint,
			fate: cause.fate,
			passing: false,
			next: "Check api_url; its default is https://admin.vps.org/api/v1.",
			cause
		});
	}
};
function isBusy(status) {
	return status === 409 || status === 423;
}
function isPassing(status) {
	return status === 408 || status === 425 || status === 429 || status >= 500;
}
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
	const plain = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)(server) ?? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)(json.server_id);
	const uuid = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)(json.server_uuid);
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
// src/vps/list.ts
const shortfalls = new WeakMap();
function shortfallOf(list) {
	return shortfalls.get(list);
}
function isWhole(list) {
	return shortfallOf(list) === void 0;
}
const leaving = new WeakMap();
function leavingIn(list) {
	return leaving.get(list) ?? [];
}
function staying(all, leaves) {
	const list = likewise(all.filter((item) => !leaves(item)), all);
	leaving.set(list, all.filter(leaves).map(({ id }) => id));
	return list;
}
function likewise(made, from) {
	const shortfall = shortfallOf(from);
	if (shortfall !== void 0) shortfalls.set(made, shortfall);
	leaving.set(made, leavingIn(from));
	return made;
}
var List = class {
	#http;
	#path;
	#read;
	#isPaged = false;
	constructor(http, path, read) {
		this.#http = http;
		this.#path = path;
		this.#read = read;
	}
	async read(reading = {}) {
		let best = [];
		for (let readings = 1; readings <= 3; readings++) {
			const { items, of, vanished } = await this.#once(reading);
			if (items.length >= of && !vanished) return items;
			if (items.length >= best.length) best = items;
			shortfalls.set(best, `only ${best.length} of ${of || "more"} entries came`);
		}
		return best;
	}
	async #once(reading) {
		const items = new Map();
		const visited = new Set();
		let count;
		let query = this.#isPaged ? sized : "";
		while (query !== void 0) {
			this.#check(query, visited);
			const page = await this.#page(query, reading);
			if (page === "vanished") return {
				items: [...items.values()],
				of: count ?? 0,
				vanished: true
			};
			if (page.next !== null && !this.#isPaged) {
				this.#isPaged = true;
				query = sized;
				continue;
			}
			const before = items.size;
			for (const item of page.items) items.set(item.id, item);
			count = page.count ?? count;
			query = queryAfter(page, query, items.size > before ? (count ?? 0) - items.size : 0);
		}
		return {
			items: [...items.values()],
			of: count ?? 0,
			vanished: false
		};
	}
	#check(query, visited) {
		const path = this.#path;
		if (visited.has(query)) throw unreadable(path, `its page ${path}${query} comes again`);
		if (visited.size === 1e3) throw unreadable(path, `more than 1000 pages`);
		visited.add(query);
	}
	async #page(query, reading) {
		try {
			return await this.#http.send({
				...reading,
				method: "GET",
				path: `${this.#path}${query}`,
				read: (json) => readPage(json, this.#read)
			});
		} catch (error) {
			if (error instanceof ApiError && (error.status === 404 || error.status === 400) && pageIn(query) > 1) return "vanished";
			throw error;
		}
	}
};
function unreadable(path, problem) {
	return new UnreadableAnswer(`GET ${path}`, problem);
}
function queryAfter({ next }, query, missing) {
	if (next !== null) return queryOf(next);
	return missing > 0 ? following(query) : void 0;
}
const sized = `?page_size=100`;
function queryOf(next) {
	const [, query = ""] = /\?([^#]*)/.exec(next) ?? [];
	return `?${query}`;
}
function pageIn(query) {
	return Number(new URLSearchParams(query).get("page") ?? 1);
}
function following(query) {
	const parameters = new URLSearchParams(query);
	parameters.set("page", String(pageIn(query) + 1));
	return `?${parameters}`;
}
// src/waiting/schedule.ts
const snapshotSchedule = {
	first: [
		2,
		5,
		10,
		15
	].map(seconds),
	plausible: 18e4,
	usual: 6e5
};
const restoreSchedule = {
	first: [
		.5,
		2,
		5,
		10
	].map(seconds),
	plausible: 3e5,
	usual: 9e5
};
const powerSchedule = {
	first: [
		1,
		3,
		6,
		10
	].map(seconds),
	plausible: 0,
	usual: 3e5,
	shortestGap: 5e3
};
const settlingSchedule = {
	first: [
		.5,
		1.5,
		3,
		6,
		10,
		15,
		20
	].map(seconds),
	plausible: 0,
	usual: 6e5,
	shortestGap: 5e3
};
const share = {
	before: .095,
	within: .0188,
	beyond: .05
};
const longestGap = 3e4;
const jitter = .1;
const imprecision = .99;
function nextLook(schedule, elapsed, random) {
	const { first, plausible, usual, shortestGap = 0 } = schedule;
	const early = first.find((look, index) => elapsed < (look + (first[index - 1] ?? 0)) / 2);
	if (early !== void 0) return early;
	if (elapsed >= plausible) {
		const shared = gap(elapsed, elapsed < usual ? share.within : share.beyond, random);
		return elapsed + Math.max(shared, shortestGap * jittered(random));
	}
	if (elapsed + gap(elapsed, share.before, 1) >= plausible) return Math.min(spread(plausible, share.within, random), elapsed + longestGap);
	return elapsed < (first.at(-1) ?? 0) * (1 + share.before / 10) ? spread(elapsed, share.before, .25 + random) : elapsed + gap(elapsed, share.before, random);
}
function lookTimes(schedule, { intervalMs }, random) {
	return (elapsed) => intervalMs === void 0 ? nextLook(schedule, elapsed, random()) : (Math.floor((elapsed + Math.min(imprecision, intervalMs / 2)) / intervalMs) + 1) * intervalMs;
}
function windowIn({ intervalMs, isRehearsal }, usualMs) {
	if (!isRehearsal || intervalMs === void 0) return usualMs;
	return Math.min(usualMs, 10 * intervalMs);
}
function spread(elapsed, part, gaps) {
	return elapsed + elapsed * part * gaps;
}
function gap(elapsed, part, random) {
	return Math.min(elapsed * part * jittered(random), longestGap);
}
function jittered(random) {
	return .9 + 2 * jitter * random;
}
function seconds(number) {
	return number * 1e3;
}



/***/ }),

/***/ 965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ standingOf),
/* harmony export */   D: () => (/* binding */ together),
/* harmony export */   E: () => (/* binding */ glance),
/* harmony export */   S: () => (/* binding */ sight),
/* harmony export */   T: () => (/* binding */ unsighted),
/* harmony export */   _: () => (/* binding */ sameNonce),
/* harmony export */   a: () => (/* binding */ hasAll),
/* harmony export */   b: () => (/* binding */ isSuspiciouslyEmpty),
/* harmony export */   c: () => (/* binding */ description),
/* harmony export */   d: () => (/* binding */ isOfRun),
/* harmony export */   f: () => (/* binding */ isOurs),
/* harmony export */   g: () => (/* binding */ readMark),
/* harmony export */   h: () => (/* binding */ readGeneratedName),
/* harmony export */   i: () => (/* binding */ unknownServers),
/* harmony export */   l: () => (/* binding */ generatedName),
/* harmony export */   m: () => (/* binding */ mayHaveLost),
/* harmony export */   n: () => (/* binding */ selectionRefusal),
/* harmony export */   o: () => (/* binding */ settledSnapshots),
/* harmony export */   p: () => (/* binding */ label),
/* harmony export */   r: () => (/* binding */ unknownOwners),
/* harmony export */   s: () => (/* binding */ defaultWords),
/* harmony export */   t: () => (/* binding */ notWhole),
/* harmony export */   u: () => (/* binding */ isEarlierAttempt),
/* harmony export */   v: () => (/* binding */ patienceWith),
/* harmony export */   w: () => (/* binding */ standingOfWord),
/* harmony export */   x: () => (/* binding */ isUnderWay),
/* harmony export */   y: () => (/* binding */ isComplete)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(835);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(116);



// src/reading/together.ts
const coming = new WeakMap();
function together(purpose, look, { clock, signal, deadline, gatheringMs = 0 }) {
	const shared = coming.get(purpose);
	if (shared !== void 0) return shared;
	const seen = clock.sleep(Math.min(gatheringMs, deadline - clock.now()), signal).finally(() => coming.delete(purpose)).then(look);
	coming.set(purpose, seen);
	return seen;
}
function glance({ vps, ...moment }) {
	return together(vps, () => vps.listSnapshots((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.t)(5e3)), {
		...moment,
		gatheringMs: 250
	});
}
// src/rules/snapshot-status.ts
const unsighted = {
	seen: false,
	absences: 0,
	absentSince: 0
};
const completeWords = new Set([
	"completed",
	"complete",
	"success",
	"available",
	"ready",
	"done",
	"finished"
]);
const progressWords = new Set(["in_progress"]);
const failureWords = new Set([...[
	"failed",
	"failure",
	"error",
	"errored",
	"rejected",
	"killed"
], ...[
	"timeout",
	"timed_out",
	"aborted",
	"cancelled",
	"canceled",
	"expired"
]]);
function sight(before, snapshot, elapsed) {
	if (snapshot) return {
		seen: true,
		absences: 0,
		absentSince: 0
	};
	const { seen, absences, absentSince } = before;
	return {
		seen,
		absences: absences + 1,
		absentSince: absences === 0 ? elapsed : absentSince
	};
}
function standingOf(snapshot, looked) {
	if (snapshot) return standingOfWord(snapshot.status);
	const { sightings, elapsed, settlingMs } = looked;
	const { seen, absences, absentSince } = sightings;
	if (seen) return absences >= 3 && elapsed - absentSince >= settlingMs ? "gone" : "unseen";
	return elapsed >= 12e4 ? "lost" : "unseen";
}
function isUnderWay(status) {
	const standing = standingOfWord(status);
	return standing !== "complete" && standing !== "failed";
}
function isSuspiciouslyEmpty(snapshot, snapshots) {
	if (snapshot.sizeMb !== 0 || !isComplete(snapshot.status)) return false;
	return snapshots.some(({ status, sizeMb }) => isComplete(status) && (sizeMb ?? 0) > 0);
}
function isComplete(status) {
	return standingOfWord(status) === "complete";
}
function standingOfWord(status) {
	if (completeWords.has(status)) return "complete";
	if (progressWords.has(status)) return "in_progress";
	return failureWords.has(status) ? "failed" : "unfamiliar";
}
// src/waiting/patience.ts
function patienceWith(msLeft) {
	return Math.min(6e5, msLeft * .3333333333333333);
}
// src/rules/ownership.ts
const longestDescription = 200;
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
function description(words, origin) {
	const mark = markOf(origin);
	const room = longestDescription - mark.length - 1;
	const text = words.replace(/\s+/g, " ").trim();
	const kept = text.length <= room ? text : `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.E)(text, room - 1)}…`;
	return kept ? `${kept} ${mark}` : ` ${mark}`;
}
function label(name, origin) {
	return `${name} ${markOf(origin)}`;
}
function defaultWords({ sha, actor, runUrl }) {
	return `Before ${sha?.slice(0, 7) || "a deploy"}${actor ? ` by ${actor}` : ""}${runUrl ? ` ${runUrl}` : ""}`;
}
function markOf({ repository, runId, attempt, nonce }) {
	return `[gha ${repository} run ${runId}.${attempt} ${nonce.job}-${nonce.step}]`;
}
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
function mayHaveLost(mark, text) {
	const from = text.indexOf("[gha ", text.lastIndexOf("\n") + 1);
	const rest = from < 0 ? "" : text.slice(from).trimEnd();
	return readMark(text) === null && markOf(mark).startsWith(rest);
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
// src/reading/settled-snapshots.ts
async function settledSnapshots(agrees, deps) {
	const list = await together(deps.snapshots, () => deps.vps.listSnapshots(deps.planning), deps);
	if (agrees(list)) return {
		list,
		agrees: true,
		timedOut: false
	};
	const { so, seen, timedOut } = await deps.snapshots.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_1__.i,
		pace: deps.pace,
		windowMs: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__.o)(deps.pace, 2e4),
		isSo: agrees
	});
	return {
		list: seen ?? list,
		agrees: so,
		timedOut
	};
}
function hasAll(ids, list) {
	return ids.every((id) => list.some((one) => one.id === id));
}
// src/modes/shared-refusals.ts
function selectionRefusal(problems, now) {
	if (problems.length === 0) return void 0;
	const lines = problems.flatMap(({ text, candidates }) => [`${text}.`, ...candidates.map((snapshot) => `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__.t)(snapshot, now)}`)]);
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Which snapshot?",
		message: lines.join("\n"),
		next: "Name exactly one snapshot per server by its snapshot_id."
	});
}
function unknownServers(unknown, visible) {
	const names = visible.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.p).join(", ") || "none";
	const shortfall = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__.d)(visible);
	const more = shortfall === void 0 ? "" : ` But the list of servers is not whole: ${shortfall}.`;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Server not found",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(unknown.map((id) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)({ id })).join(", "))} is not among the servers that the token can see: ${names}.${more}`,
		next: "Check server_id, and that the token belongs to the right account."
	});
}
function unknownOwners(what) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Owners not known",
		message: `No snapshot in the list names a server that the token can see, so ${what} cannot tell whose they are.`,
		next: "Delete snapshots by their snapshot_id, and report how this account’s API shows them."
	});
}
function notWhole(snapshots, what) {
	const shortfall = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__.d)(snapshots);
	if (shortfall === void 0) return void 0;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "List not whole",
		message: `The list of snapshots is not whole: ${shortfall}. So ${what}.`,
		next: "Run again. If that repeats, tell VPS.org support that the pages of GET /snapshots/ do not add up."
	});
}



/***/ })

};
