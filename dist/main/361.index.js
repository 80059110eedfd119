export const id = 361;
export const ids = [361];
export const modules = {

/***/ 510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ planningPatienceMs),
/* harmony export */   r: () => (/* binding */ within),
/* harmony export */   t: () => (/* binding */ Http)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/waiting/gate.ts
var Gate = class {
	#free;
	#queue = [];
	constructor(width) {
		this.#free = width;
	}
	async pass(task, signal) {
		if (this.#free > 0) this.#free--;
		else await new Promise((enter) => this.#queue.push(enter));
		try {
			signal.throwIfAborted();
			return await task();
		} finally {
			const next = this.#queue.shift();
			if (next) next();
			else this.#free++;
		}
	}
};
// src/waiting/limits.ts
var Expired = class extends Error {
	code = "ETIMEDOUT";
};
async function within(limit, task) {
	const timer = new AbortController();
	const expiry = new AbortController();
	limit.clock.sleep(limit.ms, timer.signal).then(() => expiry.abort(new Expired(`no answer within ${Math.round(limit.ms)} ms`)), () => {});
	try {
		return await task(AbortSignal.any([limit.signal, expiry.signal]));
	} finally {
		timer.abort();
	}
}
async function graced(limit, task) {
	const { ms, clock, signal } = limit;
	const timer = new AbortController();
	const later = new AbortController();
	const follow = () => {
		clock.sleep(ms, timer.signal).then(() => later.abort(signal.reason), () => {});
	};
	signal.addEventListener("abort", follow, { once: true });
	try {
		return await task(later.signal);
	} finally {
		signal.removeEventListener("abort", follow);
		timer.abort();
	}
}
// src/vps/body.ts
function wordsOf(body) {
	const json = parsed(body);
	const words = json === void 0 ? fromPage(body) : fromJson(json);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(words, 200);
}
function parsed(body) {
	try {
		return JSON.parse(body);
	} catch {
		return;
	}
}
function fromJson(json) {
	if (typeof json === "string") return json;
	if (Array.isArray(json)) return json.map(fromJson).filter(Boolean).join(" ");
	if (typeof json !== "object" || json === null) return "";
	const fields = json;
	for (const name of [
		"detail",
		"message",
		"error"
	]) {
		const words = fromJson(fields[name]);
		if (words) return words;
	}
	return Object.entries(fields).filter(([, value]) => Array.isArray(value)).map(([name, value]) => `${name}: ${fromJson(value)}`).join("; ");
}
function fromPage(body) {
	return /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1] ?? body.replace(/<(style|script)[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ");
}
// src/vps/http.ts
const requestTimeoutMs = 30 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const graceMs = 1.5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const planningPatienceMs = 2 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x;
const inFlight = 8;
var Http = class {
	#connection;
	#redact;
	#gate = new Gate(inFlight);
	#apiClock;
	constructor(connection) {
		this.#connection = connection;
		this.#redact = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(connection.token);
	}
	now() {
		const { clock } = this.#connection;
		return this.#apiClock ? this.#apiClock.epochMs + clock.now() - this.#apiClock.at : clock.date().getTime();
	}
	async send(call) {
		return (await this.request(call)).body;
	}
	async request(call) {
		const { clock, deadline, signal, log } = this.#connection;
		const patience = clock.now() + (call.patienceMs ?? Number.POSITIVE_INFINITY);
		let mayHaveWorked = false;
		for (let attempt = 1;; attempt++) try {
			return {
				...await this.#gate.pass(() => this.#once(call), signal),
				mayHaveWorked
			};
		} catch (error) {
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m)) throw error;
			mayHaveWorked ||= error.fate === "unknown";
			if (mayHaveWorked) error.fate = "unknown";
			if (call.method === "POST" || !error.passing) throw error;
			const asked = error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d ? error.retryAfterMs : void 0;
			const pause = Math.max(asked ?? 0, this.#backoff(attempt));
			const end = asked === void 0 ? Math.min(patience, deadline) : deadline;
			if (clock.now() >= patience || clock.now() + pause >= end) throw error;
			log.info(`${error.message}. Trying again in ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(pause)}.`);
			await clock.sleep(pause, signal);
		}
	}
	#backoff(attempt) {
		return Math.min(.5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S * 2 ** (attempt - 1), 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S) * (.8 + .4 * this.#connection.random());
	}
	async #once(call) {
		const { clock, deadline, signal, log } = this.#connection;
		signal.throwIfAborted();
		const endpoint = `${call.method} ${call.path}`;
		const started = clock.now();
		const limit = Math.min(requestTimeoutMs, deadline - started);
		if (limit <= 0) throw outOfTime(endpoint);
		const fetch = (leave) => within({
			ms: limit,
			clock,
			signal: leave
		}, (stop) => this.#fetch(call, stop));
		let outcome = "no answer";
		try {
			const response = await (call.method === "POST" ? graced({
				ms: graceMs,
				clock,
				signal
			}, fetch) : fetch(signal));
			outcome = String(response.status);
			this.#setClock(response.headers.get("date"));
			if (response.status === call.accepts) return {
				status: response.status,
				body: void 0
			};
			return {
				status: response.status,
				body: this.#read(call, endpoint, response)
			};
		} catch (error) {
			if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m) throw error;
			if (signal.aborted && call.method !== "POST") throw signal.reason;
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.f(endpoint, codeOf(error), error);
		} finally {
			log.debug(`${endpoint} → ${outcome} in ${Math.round(clock.now() - started)} ms`);
		}
	}
	async #fetch(call, signal) {
		const { apiUrl, token, userAgent, fetch } = this.#connection;
		const response = await fetch(`${apiUrl}${call.path}`, {
			method: call.method,
			headers: {
				accept: "application/json",
				authorization: `Bearer ${token}`,
				"content-type": "application/json",
				"user-agent": userAgent
			},
			redirect: "manual",
			signal,
			...call.body === void 0 ? {} : { body: JSON.stringify(call.body) }
		});
		return {
			status: response.status,
			headers: response.headers,
			body: await response.text()
		};
	}
	#read(call, endpoint, response) {
		const { status, headers, body } = response;
		if (status < 200 || status > 299) {
			const words = wordsOf(this.#redact(body)) || this.#redact(redirection(headers));
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.d(endpoint, status, words, retryAfter(headers, this.now()));
		}
		try {
			return call.read(call.method === "DELETE" ? void 0 : JSON.parse(body));
		} catch (error) {
			const words = wordsOf(this.#redact(body)) || "an empty body";
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.p(endpoint, error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.s ? error.message : words, error);
		}
	}
	#setClock(date) {
		const epochMs = Date.parse(date ?? "");
		if (!Number.isNaN(epochMs)) this.#apiClock = {
			epochMs,
			at: this.#connection.clock.now()
		};
	}
};
function retryAfter(headers, now) {
	const value = headers.get("retry-after")?.trim();
	if (!value) return void 0;
	if (/^\d+$/.test(value)) return Number(value) * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
	const date = Date.parse(value);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
function redirection(headers) {
	const location = headers.get("location");
	if (!location) return "";
	return `a redirect to ${URL.canParse(location) ? new URL(location).host : "another path"}`;
}
function outOfTime(endpoint) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.T({
		title: "Timed out",
		message: `The time set by timeout_minutes was over before ${endpoint} could be sent.`,
		next: "Raise timeout_minutes."
	});
}
function codeOf(error) {
	for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
		const { code, errors, cause } = at;
		if (typeof code === "string") return code;
		at = cause ?? errors?.[0];
	}
	return error instanceof Error ? error.name : "unknown";
}



/***/ }),

/***/ 116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ inventoryLine)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/report/inventory.ts
function inventoryLine(snapshot, now) {
	const age = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot, now);
	return [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot.status, 40),
		...snapshot.sizeMb === null ? [] : [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(snapshot.sizeMb)],
		...age === void 0 ? [] : [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(age)} old`]
	].join(", ");
}



/***/ }),

/***/ 185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Heartbeat)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/report/progress.ts
const heartbeatMs = 30 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const barLength = 20;
var Heartbeat = class {
	#log;
	#clock;
	#startedAt;
	#schedule;
	#lastAt;
	constructor(log, clock, schedule) {
		this.#log = log;
		this.#clock = clock;
		this.#schedule = schedule;
		this.#startedAt = clock.now();
		this.#lastAt = this.#startedAt;
	}
	beat(what) {
		const now = this.#clock.now();
		if (now - this.#lastAt < heartbeatMs) return;
		this.#lastAt = now;
		this.#log.info(`${bar(now - this.#startedAt, this.#schedule)} ${what}: ${range(now - this.#startedAt, this.#schedule)}`);
	}
};
function bar(elapsed, { usual }) {
	const filled = Math.min(19, Math.floor(elapsed / usual * barLength));
	return `[${"█".repeat(filled)}${"░".repeat(barLength - filled)}]`;
}
function range(elapsed, { plausible, usual }) {
	const documented = `${plausible / 6e4}–${usual / 6e4} min`;
	return elapsed <= usual ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(elapsed)} (usually ${documented})` : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}



/***/ }),

/***/ 882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ noTrace),
/* harmony export */   c: () => (/* binding */ trace),
/* harmony export */   i: () => (/* binding */ isSuspended),
/* harmony export */   n: () => (/* binding */ untilRested),
/* harmony export */   o: () => (/* binding */ proofOf),
/* harmony export */   r: () => (/* binding */ isRestoring),
/* harmony export */   s: () => (/* binding */ shortestRestoreMs),
/* harmony export */   t: () => (/* binding */ sendUntilItLeaves)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(510);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(463);



// src/rules/proof.ts
const noTrace = {
	sawRestoring: false,
	stopped: 0
};
const shortestRestoreMs = 5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x;
const looksUntilStopped = 3;
const stoppedWords = new Set([
	"stopped",
	"off",
	"shutoff",
	"shut_off",
	"halted",
	"inactive",
	"powered_off",
	"poweroff"
]);
const suspendedWords = new Set(["suspended"]);
const failureWords = new Set([
	"failed",
	"failure",
	"error",
	"errored"
]);
const standingWords = new Set([
	"active",
	...stoppedWords,
	...failureWords
]);
function isRestoring(status) {
	return status === "restoring";
}
function isStopped(status) {
	return stoppedWords.has(status);
}
function isSuspended(status) {
	return suspendedWords.has(status);
}
function trace(before, status) {
	if (status === void 0) return before;
	const sawRestoring = before.sawRestoring || isRestoring(status);
	return {
		sawRestoring,
		stopped: sawRestoring && isStopped(status) ? before.stopped + 1 : 0
	};
}
function proofOf(status, seen, elapsed, shortest) {
	if (status !== void 0 && isRestoring(status)) return "going_on";
	if (seen.sawRestoring) {
		if (status === "active") return "back";
		if (status !== void 0 && failureWords.has(status)) return "failed";
		if (seen.stopped >= looksUntilStopped) return "back_stopped";
		return status === void 0 || isStopped(status) ? "waiting" : "unfamiliar";
	}
	if (status !== void 0 && !standingWords.has(status)) return "unfamiliar";
	return elapsed >= shortest ? "unproven" : "waiting";
}
// src/modes/resting.ts
async function untilRested(wanted, servers, inputs, deps) {
	const busy = (list) => list.filter(({ id, status }) => wanted.includes(id) && isRestoring(status));
	const [first] = busy(servers);
	if (!first) return servers;
	deps.log.info(`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(first))} is being restored. Waiting for that to end first.`);
	const startedAt = deps.clock.now();
	const end = await (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.r)(deps).ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_2__.c, inputs, deps),
		judge: (list) => busy(list).length === 0 ? {
			is: "reached",
			found: list
		} : { is: "pending" }
	});
	if (end.is === "reached") return end.found;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.w({
		title: "Server busy",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(first))} was still being restored after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(deps.clock.now() - startedAt)}.`,
		next: "Run again when it is back, or raise timeout_minutes."
	}, "timed_out");
}
// src/modes/sending.ts
const firstPauseMs = .5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const longestPauseMs = 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
async function sendUntilItLeaves(send, deps) {
	const giveUp = Math.min(deps.clock.now() + _http_js__WEBPACK_IMPORTED_MODULE_1__.n, deps.deadline);
	for (let pause = firstPauseMs;; pause = Math.min(2 * pause, longestPauseMs)) try {
		return await send();
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m && error.fate === "not_sent" && error.passing) || deps.clock.now() + pause >= giveUp) throw error;
		deps.log.info(`${error.message}. It was not sent; trying again soon.`);
		await deps.clock.sleep(pause, deps.signal);
	}
}



/***/ }),

/***/ 463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ windowMs),
/* harmony export */   c: () => (/* binding */ restoring),
/* harmony export */   d: () => (/* binding */ description),
/* harmony export */   f: () => (/* binding */ generatedName),
/* harmony export */   g: () => (/* binding */ sameNonce),
/* harmony export */   h: () => (/* binding */ readMark),
/* harmony export */   i: () => (/* binding */ watchSnapshots),
/* harmony export */   l: () => (/* binding */ settling),
/* harmony export */   m: () => (/* binding */ isOurs),
/* harmony export */   n: () => (/* binding */ visibleServers),
/* harmony export */   o: () => (/* binding */ Watch),
/* harmony export */   p: () => (/* binding */ isOfRun),
/* harmony export */   r: () => (/* binding */ watchServers),
/* harmony export */   s: () => (/* binding */ creating),
/* harmony export */   t: () => (/* binding */ times),
/* harmony export */   u: () => (/* binding */ defaultWords)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/rules/ownership.ts
const longestDescription = 200;
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
function description(words, origin) {
	const mark = markOf(origin);
	const room = longestDescription - mark.length - 1;
	const text = words.replace(/\s+/g, " ").trim();
	const kept = text.length <= room ? text : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(text, room - 1)}…`;
	return kept ? `${kept} ${mark}` : ` ${mark}`;
}
function defaultWords({ sha, actor, runUrl }) {
	return `Before ${sha.slice(0, 7) || "a deploy"}${actor ? ` by ${actor}` : ""}${runUrl ? ` ${runUrl}` : ""}`;
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
function sameNonce(one, other) {
	return one.job === other.job && one.step === other.step;
}
function sameRepository(one, other) {
	return one.repository.toLowerCase() === other.repository.toLowerCase();
}
// src/waiting/schedule.ts
const creating = {
	first: [
		2,
		5,
		10,
		15
	].map(seconds),
	plausible: 3 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x,
	usual: 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x
};
const restoring = {
	first: [
		.5,
		2,
		5,
		10
	].map(seconds),
	plausible: 5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x,
	usual: 15 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x
};
const settling = {
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
	usual: 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x
};
const share = {
	before: .095,
	within: .0188,
	beyond: .05
};
const longestGap = 30 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const jitter = .1;
const imprecision = .99;
function nextLook(schedule, elapsed, random) {
	const early = schedule.first.find((look) => look > elapsed + imprecision);
	if (early !== void 0) return early;
	const { first, plausible, usual } = schedule;
	if (elapsed >= plausible) return elapsed + gap(elapsed, elapsed < usual ? share.within : share.beyond, random);
	if (elapsed + gap(elapsed, share.before, 1) >= plausible) return Math.min(spread(plausible, share.within, random), elapsed + longestGap);
	return elapsed < (first.at(-1) ?? 0) * (1 + share.before / 10) ? spread(elapsed, share.before, .25 + random) : elapsed + gap(elapsed, share.before, random);
}
function lookTimes(schedule, intervalMs, random) {
	return (elapsed) => intervalMs === void 0 ? nextLook(schedule, elapsed, random()) : (Math.floor((elapsed + Math.min(imprecision, intervalMs / 2)) / intervalMs) + 1) * intervalMs;
}
function spread(elapsed, part, gaps) {
	return elapsed + elapsed * part * gaps;
}
function gap(elapsed, part, random) {
	return Math.min(elapsed * part * (.9 + 2 * jitter * random), longestGap);
}
function seconds(number) {
	return number * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
}
// src/waiting/watch.ts
const lastLookShare = .5;
const lastLookMs = 1e3;
var Watch = class {
	#options;
	#pending = new Set();
	#newcomer = new AbortController();
	#running = false;
	constructor(options) {
		this.#options = options;
	}
	ask(question) {
		const askedAt = this.#options.clock.now();
		return new Promise((resolve, reject) => {
			this.#pending.add({
				askedAt,
				nextLookAt: askedAt + question.next(0),
				next: (elapsed) => question.next(elapsed),
				answer: (seen, elapsed) => {
					const verdict = question.judge(seen, elapsed);
					if (verdict.is === "pending") return false;
					resolve(verdict);
					return true;
				},
				expire: () => resolve({ is: "timed_out" }),
				fail: reject
			});
			this.#newcomer.abort();
			if (!this.#running) this.#run();
		});
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
		const last = deadline - Math.min(lastLookMs, (deadline - now) * lastLookShare);
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
		const { clock, look, onTrouble, isPassing } = this.#options;
		const startedAt = clock.now();
		const present = [...this.#pending];
		let seen;
		try {
			seen = { list: await look() };
		} catch (error) {
			if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.T) return;
			if (!isPassing(error)) throw error;
			onTrouble(error);
		}
		for (const pending of present) {
			const elapsed = startedAt - pending.askedAt;
			if (seen && pending.answer(seen.list, elapsed)) this.#pending.delete(pending);
			else pending.nextLookAt = pending.askedAt + pending.next(elapsed);
		}
	}
	#settleAll(settle) {
		for (const pending of this.#pending) settle(pending);
		this.#pending.clear();
	}
};
// src/modes/watching.ts
const betweenLooks = { patienceMs: 5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S };
const looksInWindow = 10;
function watchSnapshots(deps) {
	return watch(deps, () => deps.vps.listSnapshots(betweenLooks));
}
function watchServers(deps) {
	return watch(deps, () => deps.vps.listServers(betweenLooks));
}
function times(schedule, { pollIntervalMs }, deps) {
	return lookTimes(schedule, pollIntervalMs, deps.random);
}
function windowMs(usual, { pollIntervalMs }) {
	return pollIntervalMs === void 0 ? usual : looksInWindow * pollIntervalMs;
}
async function visibleServers(deps) {
	try {
		return await deps.vps.listServers(deps.planning);
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d && error.status === 403) return void 0;
		throw error;
	}
}
function watch(deps, look) {
	return new Watch({
		look,
		isPassing: (error) => error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m && error.passing,
		onTrouble: (error) => deps.log.info(`${String(error.message)}. Looking again soon.`),
		clock: deps.clock,
		deadline: deps.deadline,
		signal: deps.signal
	});
}



/***/ })

};
