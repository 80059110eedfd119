export const id = 738;
export const ids = [738];
export const modules = {

/***/ 685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ chosen),
/* harmony export */   t: () => (/* binding */ choiceRefusal)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(463);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(116);



// src/rules/choice.ts
function chosen(choice, snapshots, origin) {
	switch (choice.by) {
		case "id": return chosenById(choice, snapshots);
		case "name": return onePerServer(choice.servers, snapshots, `named ${choice.name}`, (ofServer) => ofServer.filter((snapshot) => snapshot.name === choice.name));
		case "latest": return onePerServer(choice.servers, snapshots, `completed and made by ${origin.repository}`, (ofServer) => ofServer.filter((snapshot) => snapshot.status === "completed" && (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.m)(snapshot, origin)).sort(_index_js__WEBPACK_IMPORTED_MODULE_0__.a).slice(0, 1));
	}
}
function chosenById(choice, snapshots) {
	const found = choice.ids.map((id) => snapshots.find((snapshot) => snapshot.id === id));
	const present = found.filter((snapshot) => snapshot !== void 0);
	return {
		snapshots: present,
		missing: choice.ids.filter((_, index) => found[index] === void 0),
		problems: present.filter(({ server }) => choice.servers.length > 0 && !choice.servers.includes(server.id)).map(({ id, server }) => ({
			text: `Snapshot ${id} is of server ${server.id}, and server_id allows only ${choice.servers.join(", ")}`,
			candidates: snapshots.filter((snapshot) => choice.servers.includes(snapshot.server.id))
		}))
	};
}
function onePerServer(servers, snapshots, wanted, matches) {
	const perServer = servers.map((server) => {
		const ofServer = snapshots.filter((snapshot) => snapshot.server.id === server);
		return {
			server,
			ofServer,
			matching: matches(ofServer)
		};
	});
	return {
		snapshots: perServer.flatMap(({ matching }) => matching.length === 1 ? matching : []),
		missing: [],
		problems: perServer.filter(({ matching }) => matching.length !== 1).map(({ server, ofServer, matching }) => ({
			text: `Server ${server} has ${matching.length === 0 ? "no snapshot" : `${matching.length} snapshots`} ${wanted}`,
			candidates: matching.length > 1 ? matching : ofServer
		}))
	};
}
// src/modes/choiceRefusal.ts
function choiceRefusal(problems, now) {
	if (problems.length === 0) return void 0;
	const lines = problems.flatMap(({ text, candidates }) => [`${text}.`, ...candidates.map((snapshot) => `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__.t)(snapshot, now)}`)]);
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.w({
		title: "Which snapshot?",
		message: lines.join("\n"),
		next: "Name exactly one snapshot per server by its snapshot_id."
	});
}



/***/ }),

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
function graced(signal, ms, clock) {
	const later = new AbortController();
	signal.addEventListener("abort", () => void clock.sleep(ms).then(() => later.abort(signal.reason)), { once: true });
	return later.signal;
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
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m) || call.method === "POST" || !error.passing) throw error;
			mayHaveWorked ||= error.fate === "unknown";
			const asked = error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d ? error.retryAfterMs : void 0;
			const pause = Math.max(asked ?? 0, this.#backoff(attempt));
			const end = asked === void 0 ? Math.min(patience, deadline) : deadline;
			if (clock.now() + pause >= end) throw error;
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
		const leave = call.method === "POST" ? graced(signal, graceMs, clock) : signal;
		let outcome = "no answer";
		try {
			const response = await within({
				ms: limit,
				clock,
				signal: leave
			}, (stop) => this.#fetch(call, stop));
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
			const words = this.#redact(wordsOf(body) || redirection(headers));
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.d(endpoint, status, words, retryAfter(headers, this.now()));
		}
		try {
			return call.read(call.method === "DELETE" ? void 0 : JSON.parse(body));
		} catch (error) {
			const problem = error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.s ? error.message : wordsOf(body) || "an empty body";
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.p(endpoint, this.#redact(problem), error);
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

/***/ 738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restore: () => (/* binding */ restore)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _choiceRefusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(685);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(463);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(185);
/* harmony import */ var _sending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(882);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30);






// src/modes/readiness.ts
const steady = 3;
async function waitUntilReady(url, pace, deps) {
	deps.log.group("Waiting for ready_url");
	const startedAt = deps.clock.now();
	const judge = (answers) => answers ? {
		is: "reached",
		found: void 0
	} : { is: "pending" };
	if ((await knocking(url, deps).ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_2__.l, pace, deps),
		judge
	})).is === "reached") {
		deps.log.info(`${url} answers.`);
		return;
	}
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.T({
		title: "Server up, service not ready",
		message: `The restore is done, but ${url} gave no 2xx in ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(deps.clock.now() - startedAt)}.`,
		next: "Look at the service on the server: it runs as it was when the snapshot was taken."
	});
}
async function knockUntilProven(url, pace, deps) {
	let failed = false;
	let inRow = 0;
	return (await knocking(url, deps).ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.t)(provingByUrl, pace, deps),
		judge(answers) {
			failed ||= !answers;
			inRow = answers ? inRow + 1 : 0;
			return failed && inRow >= steady ? {
				is: "reached",
				found: true
			} : { is: "pending" };
		}
	})).is === "reached";
}
const provingByUrl = _watching_js__WEBPACK_IMPORTED_MODULE_2__.c;
function knocking(url, deps) {
	const { clock, deadline, signal } = deps;
	return new _watching_js__WEBPACK_IMPORTED_MODULE_2__.o({
		look: () => deps.knock(url),
		isPassing: () => false,
		onTrouble: () => {},
		clock,
		deadline,
		signal
	});
}
// src/modes/restoreProof.ts
var ProvenByList = class {
	#watch;
	constructor(watch) {
		this.#watch = watch;
	}
	async prove({ snapshot, server }, before, inputs, deps) {
		const { clock, log } = deps;
		const startedAt = clock.now();
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server));
		const shortest = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.a)(_sending_js__WEBPACK_IMPORTED_MODULE_4__.o, inputs);
		const heartbeat = new _progress_js__WEBPACK_IMPORTED_MODULE_3__.t(log, clock, _watching_js__WEBPACK_IMPORTED_MODULE_2__.c);
		const told = new Set();
		let seen = before;
		const judge = (list, elapsed) => {
			const status = list.find(({ id }) => id === server.id)?.status;
			const word = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(status ?? "not in the list", 40);
			seen = (0,_sending_js__WEBPACK_IMPORTED_MODULE_4__.s)(seen, status);
			const proof = (0,_sending_js__WEBPACK_IMPORTED_MODULE_4__.a)(status, seen, elapsed, shortest);
			if (!told.has(word) && proof !== "back") {
				told.add(word);
				log.info(proof === "unfamiliar" ? `${name} is "${word}", which is not documented. Waiting on.` : `${name} is ${word}.`);
			}
			switch (proof) {
				case "back":
					log.info(`${name} is active again, restored from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot)}.`);
					return {
						is: "reached",
						found: void 0
					};
				case "back_stopped": return this.#stopped(name, word, inputs, deps);
				case "failed": return {
					is: "failed",
					failure: failed(name, word, snapshot.id)
				};
				case "unproven": return {
					is: "failed",
					failure: notConfirmed(name, `it was not seen restoring within ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(elapsed)}`)
				};
				default:
					heartbeat.beat(`${name} is ${word}`);
					return { is: "pending" };
			}
		};
		const end = await this.#watch.ask({
			next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_2__.c, inputs, deps),
			judge
		});
		if (end.is === "reached") return end.found;
		if (end.is === "failed") throw end.failure;
		throw stillGoing(name, clock.now() - startedAt, [...told].at(-1));
	}
	#stopped(name, word, { readyUrl }, { journal }) {
		const remark = `${name} is restored, but ${word}: start it by hand at VPS.org`;
		if (readyUrl) {
			const next = `ready_url cannot answer until the server runs. Start it, then check ${readyUrl}.`;
			return {
				is: "failed",
				failure: new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
					title: "Server stopped",
					message: `${remark}.`,
					next
				})
			};
		}
		journal.warning("Server stopped", `${remark}.`);
		return {
			is: "reached",
			found: remark
		};
	}
};
var ProvenByUrl = class {
	async prove({ server }, _before, inputs, deps) {
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server));
		const alone = inputs.choice.by === "id" ? inputs.choice.ids.length === 1 : inputs.choice.servers.length === 1;
		if (!inputs.readyUrl) throw notConfirmed(name, "the token may not list servers, and there is no ready_url");
		if (!alone) throw notConfirmed(name, "the token may not list servers, and one ready_url cannot prove several restores");
		if (await knockUntilProven(inputs.readyUrl, inputs, deps)) return void 0;
		throw notConfirmed(name, `${inputs.readyUrl} did not fail and then answer steadily in the time allowed`);
	}
};
function notConfirmed(name, why) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
		next: "Look at the server at VPS.org before you rely on it. The snapshot is still there."
	});
}
function failed(name, word, id) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Restore failed",
		message: `${name} is "${word}" after the restore.`,
		next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${id} tries again.`
	});
}
function stillGoing(name, elapsed, word) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.T({
		title: "Restore not done in time",
		message: `${name} was not back after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(elapsed)}; its status is ${word ?? "unknown"}.`,
		next: "The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks."
	});
}
// src/modes/restoreRequest.ts
const settlingMs = 20 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const mostRequests = 3;
async function requestRestore({ snapshot, server }, watch, inputs, deps) {
	const what = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server)} from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot)}`;
	let doubt;
	let trouble;
	for (let attempt = 1; attempt <= mostRequests; attempt++) {
		try {
			await (0,_sending_js__WEBPACK_IMPORTED_MODULE_4__.t)(() => deps.vps.restoreSnapshot(snapshot.id), deps);
			accepted();
			deps.log.info(`Restore of ${what}: accepted.`);
			return _sending_js__WEBPACK_IMPORTED_MODULE_4__.i;
		} catch (error) {
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m)) throw error;
			if (error.fate !== "unknown" && doubt === void 0) throw refused(what, error);
			trouble = error;
		}
		doubt ??= deps.journal.changed(`The restore of ${what} may have been requested.`);
		if (!watch) break;
		deps.log.info(`${trouble.message}. Looking whether the restore began all the same.`);
		if (await hasBegun(server.id, watch, inputs, deps)) {
			accepted();
			deps.log.info(`Restore of ${what}: the server is being restored.`);
			return {
				..._sending_js__WEBPACK_IMPORTED_MODULE_4__.i,
				sawRestoring: true
			};
		}
		if (trouble.fate === "refused") throw refused(what, trouble);
	}
	throw unknownFate(what, trouble);
	function accepted() {
		const change = doubt ?? deps.journal.changed("");
		change.text = `The restore of ${what} was requested.`;
	}
}
async function hasBegun(serverId, watch, inputs, deps) {
	const window = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.a)(settlingMs, inputs);
	const end = await watch.ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_2__.c, inputs, deps),
		judge(list, elapsed) {
			const begun = list.some(({ id, status }) => id === serverId && (0,_sending_js__WEBPACK_IMPORTED_MODULE_4__.n)(status));
			return begun || elapsed >= window ? {
				is: "reached",
				found: begun
			} : { is: "pending" };
		}
	});
	return end.is === "reached" && end.found;
}
function refused(what, error) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Restore refused",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(what)} was not restored. ${error.message}.`,
		next: error.hint,
		cause: error
	});
}
function unknownFate(what, trouble) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Restore not certain",
		message: `No clear answer to the request to restore ${what}. ${trouble?.message ?? ""}.`,
		next: `Look at the server at VPS.org before anything else is done to it. ${trouble?.hint ?? ""}`,
		cause: trouble
	});
}
// src/rules/staleness.ts
function newerDeploys(snapshot, snapshots, isOther) {
	return snapshots.filter((other) => other.server.id === snapshot.server.id && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(other, snapshot) < 0).filter((other) => {
		const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.h)(other.description);
		return mark !== null && isOther(mark);
	}).sort(_index_js__WEBPACK_IMPORTED_MODULE_0__.a);
}
// src/modes/restoreRules.ts
function restoreRefusal(named, seen, inputs) {
	const objections = [
		...named.missing.map(missing),
		...shared(named.snapshots),
		...named.snapshots.flatMap((snapshot) => objectionTo(snapshot, seen, inputs) ?? [])
	];
	const [first] = objections;
	if (!first) return void 0;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.w({
		title: objections.length === 1 ? first.title : "Restore refused",
		message: objections.map(({ text }) => text).join("\n"),
		next: [...new Set(objections.map(({ next }) => next))].join("\n")
	});
}
function missing(id) {
	return {
		title: "Snapshot not found",
		text: `Snapshot ${id} does not exist, or the token cannot see it.`,
		next: "Run mode: list to see which snapshots there are."
	};
}
function shared(snapshots) {
	return snapshots.filter(({ id, server }) => snapshots.some((other) => other.id < id && other.server.id === server.id)).map(({ server }) => ({
		title: "Two snapshots of one server",
		text: `More than one of the snapshots is of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server)}, and it can only be restored from one.`,
		next: "Name one snapshot per server."
	}));
}
function objectionTo(snapshot, seen, inputs) {
	return unfinished(snapshot) ?? tooOld(snapshot, seen.now, inputs.maxAgeMs) ?? unfit(snapshot, seen, inputs) ?? (inputs.force ? void 0 : stale(snapshot, seen));
}
function unfinished(snapshot) {
	if (snapshot.status === "completed") return void 0;
	return {
		title: "Snapshot not complete",
		text: `${title(snapshot)} has the status "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot.status, 40)}"; only a completed one can be restored.`,
		next: `If it is in progress, wait for it with mode: wait and snapshot_id: ${snapshot.id}.`
	};
}
function tooOld(snapshot, now, maxAgeMs) {
	if (maxAgeMs === void 0) return void 0;
	const age = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot, now);
	if (age !== void 0 && age <= maxAgeMs) return void 0;
	return {
		title: "Snapshot too old",
		text: `${title(snapshot)} is ${age === void 0 ? "of unknown age" : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(age)} old`}; max_age allows ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(maxAgeMs)}.`,
		next: "Choose a newer snapshot, or raise max_age if losing that much is meant."
	};
}
function unfit(snapshot, { servers, addresses }, { force }) {
	if (!servers) return void 0;
	const server = servers.find(({ id }) => id === snapshot.server.id);
	if (!server) return {
		title: "Server not found",
		text: `${title(snapshot)} belongs to a server that is not among those that the token can see.`,
		next: "Check that the token belongs to the right account."
	};
	if ((0,_sending_js__WEBPACK_IMPORTED_MODULE_4__.r)(server.status)) return {
		title: "Server suspended",
		text: `${title(snapshot)} cannot be restored while the server is suspended.`,
		next: "Have it released at VPS.org, then run again."
	};
	if ((0,_sending_js__WEBPACK_IMPORTED_MODULE_4__.n)(server.status) && !force) return {
		title: "Server busy",
		text: `${title(snapshot)} cannot be restored: the server is being restored already, and this step did not ask for that.`,
		next: "Wait until it is back, look which snapshot it was restored from, then run again. force: true waits for it and restores over it."
	};
	if (server.ipAddress !== null && addresses.some((address) => sameAddress(address, server.ipAddress ?? ""))) return {
		title: "The runner is on that server",
		text: `This job runs on ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server)} itself (${server.ipAddress}). The restore would stop the server, and this job with it.`,
		next: "Run the restore on another runner, such as one hosted by GitHub."
	};
}
function stale(snapshot, { snapshots, origin }) {
	if (!(0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.p)((0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.h)(snapshot.description), origin)) return void 0;
	const [newest] = newerDeploys(snapshot, snapshots, (mark) => !(0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.p)(mark, origin));
	if (!newest) return void 0;
	const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.h)(newest.description);
	return {
		title: "A newer deploy would be lost",
		text: `${title(snapshot)} is older than ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(newest)}, which ${mark?.repository} run ${mark?.runId} took before its own deploy. Restoring would wipe that deploy.`,
		next: "Look at what is on the server first. force: true restores all the same. Use concurrency, so that one deploy at a time runs per server."
	};
}
function title(snapshot) {
	return `Snapshot ${snapshot.id} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(snapshot.server)}`;
}
function sameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(address) {
	return (0,node_net__WEBPACK_IMPORTED_MODULE_5__.isIPv6)(address) ? new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname : address.trim();
}
// src/modes/restore.ts
const restore = {
	async look(_inputs, deps) {
		const [snapshots, servers] = await Promise.all([deps.vps.listSnapshots(deps.planning), (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.n)(deps)]);
		return {
			snapshots,
			servers,
			origin: deps.origin,
			addresses: deps.addresses,
			now: deps.vps.now()
		};
	},
	plan(seen, inputs) {
		const named = (0,_choiceRefusal_js__WEBPACK_IMPORTED_MODULE_1__.n)(inputs.choice, seen.snapshots, seen.origin);
		const refusal = (0,_choiceRefusal_js__WEBPACK_IMPORTED_MODULE_1__.t)(named.problems, seen.now) ?? restoreRefusal(named, seen, inputs);
		if (refusal) return refusal;
		return {
			steps: named.snapshots.map((snapshot) => ({
				do: "restore",
				snapshot,
				server: snapshot.server
			})),
			remarks: seen.servers ? [] : [unlisted(inputs)]
		};
	},
	async perform({ steps }, inputs, deps, { servers }) {
		deps.log.group("Restoring");
		const watch = servers && (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.r)(deps);
		const failures = (await Promise.allSettled(steps.map((step) => restoreOne(step, watch, inputs, deps)))).flatMap((outcome) => {
			if (outcome.status === "fulfilled") return [];
			if (!(outcome.reason instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.C)) throw outcome.reason;
			return [outcome.reason];
		});
		if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(failures, steps.length);
		if (inputs.wait && inputs.readyUrl && watch) await waitUntilReady(inputs.readyUrl, inputs, deps);
	}
};
function unlisted({ readyUrl }) {
	return {
		level: "notice",
		title: "Servers not visible",
		text: `The token may not list servers, so ${readyUrl ? "ready_url will have to prove the restore" : "the restore cannot be confirmed without ready_url"}.`
	};
}
async function restoreOne(step, watch, inputs, deps) {
	const { snapshot, server } = step;
	const entry = deps.journal.enter({
		server,
		id: snapshot.id,
		snapshot
	});
	try {
		const startedAt = deps.clock.now();
		const seen = await requestRestore(step, watch, inputs, deps);
		if (!inputs.wait) {
			entry.learn({ result: "requested" });
			return;
		}
		const remark = await (watch ? new ProvenByList(watch) : new ProvenByUrl()).prove(step, seen, inputs, deps);
		entry.learn({
			result: "restored",
			tookMs: deps.clock.now() - startedAt,
			...remark ? { remark } : {}
		});
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.C) entry.learn({
			result: error.ending,
			remark: error.message
		});
		throw error;
	}
}



/***/ }),

/***/ 882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ proofOf),
/* harmony export */   i: () => (/* binding */ noTrace),
/* harmony export */   n: () => (/* binding */ isRestoring),
/* harmony export */   o: () => (/* binding */ shortestRestoreMs),
/* harmony export */   r: () => (/* binding */ isSuspended),
/* harmony export */   s: () => (/* binding */ trace),
/* harmony export */   t: () => (/* binding */ sendUntilItLeaves)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(510);


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
		10
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
	within: .0185,
	beyond: .05
};
const longestGap = 30 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const jitter = .1;
function nextLook(schedule, elapsed, random) {
	const early = schedule.first.find((look) => look > elapsed);
	if (early !== void 0) return early;
	if (elapsed < schedule.plausible) return Math.min(elapsed + gap(elapsed, share.before, random), schedule.plausible);
	return elapsed + gap(elapsed, elapsed < schedule.usual ? share.within : share.beyond, random);
}
function lookTimes(schedule, intervalMs, random) {
	return (elapsed) => intervalMs === void 0 ? nextLook(schedule, elapsed, random()) : (Math.floor(elapsed / intervalMs + 1e-9) + 1) * intervalMs;
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
