export const id = 334;
export const ids = [334];
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

/***/ 865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ adviceOn),
/* harmony export */   a: () => (/* binding */ likewise),
/* harmony export */   c: () => (/* binding */ powerSchedule),
/* harmony export */   d: () => (/* binding */ snapshotSchedule),
/* harmony export */   f: () => (/* binding */ windowIn),
/* harmony export */   g: () => (/* binding */ WrongAddress),
/* harmony export */   h: () => (/* binding */ UnreadableAnswer),
/* harmony export */   i: () => (/* binding */ leavingIn),
/* harmony export */   l: () => (/* binding */ restoreSchedule),
/* harmony export */   m: () => (/* binding */ NotOffered),
/* harmony export */   n: () => (/* binding */ List),
/* harmony export */   o: () => (/* binding */ shortfallOf),
/* harmony export */   p: () => (/* binding */ ApiError),
/* harmony export */   r: () => (/* binding */ isWhole),
/* harmony export */   s: () => (/* binding */ staying),
/* harmony export */   t: () => (/* binding */ Poller),
/* harmony export */   u: () => (/* binding */ settlingSchedule),
/* harmony export */   v: () => (/* binding */ isAboutContent)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(209);


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
var ApiError = class ApiError extends _start_js__WEBPACK_IMPORTED_MODULE_0__.l {
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
var UnreadableAnswer = class extends _start_js__WEBPACK_IMPORTED_MODULE_0__.l {
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
var NotOffered = class extends _start_js__WEBPACK_IMPORTED_MODULE_0__.l {
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
var WrongAddress = class extends _start_js__WEBPACK_IMPORTED_MODULE_0__.l {
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
				read: (json) => (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.d)(json, this.#read)
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
// src/waiting/poller.ts
var Poller = class {
	#options;
	#pending = new Set();
	#newcomer = new AbortController();
	#running = false;
	constructor(options) {
		this.#options = options;
	}
	ask(question) {
		const { clock, random } = this.#options;
		const { schedule, pace = this.#options.pace } = question;
		const askedAt = clock.now();
		const following = lookTimes(schedule, pace, random);
		const next = (lookedAt) => pace.intervalMs === void 0 ? askedAt + following(lookedAt - askedAt) : lookedAt + pace.intervalMs;
		return new Promise((resolve, reject) => {
			this.#pending.add({
				askedAt,
				nextLookAt: next(askedAt),
				next,
				answer: (seen, elapsed) => {
					const verdict = question.judge(seen, elapsed);
					if (verdict.is === "pending") return false;
					resolve(verdict);
					return true;
				},
				expire: () => resolve({ is: "timed_out" }),
				fail: reject
			});
			this.#newcomer.abort("newcomer");
			if (!this.#running) this.#run();
		});
	}
	async until(expectation) {
		const { schedule, windowMs, patienceMs, isSo, pace = this.#options.pace } = expectation;
		const end = patienceMs ?? windowMs ?? 0;
		const fewest = patienceMs === void 0 ? 2 : 1;
		let seen;
		let so = false;
		let looks = 0;
		const outcome = await this.ask({
			schedule,
			pace,
			judge(look, elapsed) {
				seen = look;
				so = isSo(look);
				looks += 1;
				return so || elapsed >= end && looks >= fewest ? {
					is: "reached",
					found: void 0
				} : { is: "pending" };
			}
		});
		return {
			so,
			seen,
			timedOut: outcome.is === "timed_out"
		};
	}
	async #run() {
		this.#running = true;
		try {
			while (this.#pending.size > 0) await this.#tick();
		} catch (error) {
			this.#settleAll((pending) => pending.fail(error));
		} finally {
			this.#running = false;
		}
	}
	async #tick() {
		const { clock, deadline, signal } = this.#options;
		const now = clock.now();
		signal.throwIfAborted();
		if (now >= deadline) {
			this.#settleAll((pending) => pending.expire());
			return;
		}
		const next = Math.min(...[...this.#pending].map((pending) => pending.nextLookAt));
		const last = deadline - Math.min(1e3, (deadline - now) * .5);
		const lookAt = next < deadline ? next : last;
		if (lookAt > now && !await this.#slept(lookAt - now)) return;
		await this.#look();
		if (lookAt === last && next >= deadline) this.#settleAll((pending) => pending.expire());
	}
	async #slept(ms) {
		const { clock, signal } = this.#options;
		this.#newcomer = new AbortController();
		try {
			await clock.sleep(ms, AbortSignal.any([signal, this.#newcomer.signal]));
			return true;
		} catch {
			signal.throwIfAborted();
			return false;
		}
	}
	async #look() {
		const { clock, deadline, look, onTrouble, isPassing } = this.#options;
		const startedAt = clock.now();
		const present = [...this.#pending];
		let seen;
		try {
			seen = { list: await look() };
		} catch (error) {
			if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.S) return;
			if (!isPassing(error)) throw error;
			if (clock.now() < deadline) onTrouble(error);
		}
		for (const pending of present) {
			const elapsed = startedAt - pending.askedAt;
			if (seen && pending.answer(seen.list, elapsed)) this.#pending.delete(pending);
			else pending.nextLookAt = pending.next(startedAt);
		}
	}
	#settleAll(settle) {
		for (const pending of this.#pending) settle(pending);
		this.#pending.clear();
	}
};



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
