export const id = 738;
export const ids = [738];
export const modules = {

/***/ 982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ownedBy),
/* harmony export */   r: () => (/* binding */ settledServers),
/* harmony export */   t: () => (/* binding */ hasUnknownOwners)
/* harmony export */ });
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(965);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(835);
/* harmony import */ var _visible_servers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(155);



// src/reading/settled-servers.ts
async function settledServers(named, deps) {
	const list = await (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_2__.t)(deps);
	if (!list) return void 0;
	const wanted = await deps.vps.serverIds(named);
	if ((0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__.a)(wanted, list)) return list;
	const { seen } = await deps.servers.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_1__.i,
		pace: deps.pace,
		windowMs: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__.o)(deps.pace, 2e4),
		isSo: (servers) => (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__.c)(servers) && (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__.a)(wanted, servers)
	});
	return seen ?? list;
}
// src/rules/owners.ts
function hasUnknownOwners({ snapshots, servers }) {
	if (!servers || servers.length === 0 || snapshots.length === 0) return false;
	const listed = new Set(servers.map(({ id }) => id));
	return !snapshots.some(({ server }) => listed.has(server.id));
}
function ownedBy(server, snapshot) {
	if (!server || snapshot.server.id !== _schedule_js__WEBPACK_IMPORTED_MODULE_1__.h.id) return snapshot;
	return {
		...snapshot,
		server: {
			id: server.id,
			name: server.name ?? ""
		}
	};
}



/***/ }),

/***/ 260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Poller)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(835);


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
		const following = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__.t)(schedule, pace, random);
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
			if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.j) return;
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

/***/ 685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ makerOf),
/* harmony export */   c: () => (/* binding */ isRestoring),
/* harmony export */   d: () => (/* binding */ isSuspended),
/* harmony export */   f: () => (/* binding */ runsBy),
/* harmony export */   i: () => (/* binding */ isByRun),
/* harmony export */   l: () => (/* binding */ isRunning),
/* harmony export */   n: () => (/* binding */ objectionTo),
/* harmony export */   o: () => (/* binding */ Heartbeat),
/* harmony export */   r: () => (/* binding */ runnersOwn),
/* harmony export */   s: () => (/* binding */ isFailed),
/* harmony export */   t: () => (/* binding */ fromEarlierAttempt),
/* harmony export */   u: () => (/* binding */ isStopped)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(387);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(765);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(965);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(835);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30);






// src/rules/server-status.ts
const runningWords = new Set([
	"active",
	"running",
	"online",
	"on",
	"started"
]);
const restoringWords = new Set(["restoring"]);
const suspendedWords = new Set(["suspended"]);
const failureWords = new Set([
	"failed",
	"failure",
	"error",
	"errored"
]);
const stoppedWords = new Set([...[
	"stopped",
	"off",
	"shutoff",
	"shut_off",
	"halted"
], ...[
	"inactive",
	"powered_off",
	"poweroff"
]]);
function isRunning(status) {
	return runningWords.has(status);
}
function runsBy(servers, server) {
	const status = servers?.find(({ id }) => id === server)?.status;
	return status === void 0 ? void 0 : isRunning(status);
}
function isStopped(status) {
	return stoppedWords.has(status);
}
function isRestoring(status) {
	return restoringWords.has(status);
}
function isSuspended(status) {
	return suspendedWords.has(status);
}
function isFailed(status) {
	return failureWords.has(status);
}
// src/report/progress.ts
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
		if (now - this.#lastAt < 3e4) return;
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
	return elapsed <= usual ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__.n)(elapsed)} (usually ${documented})` : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__.n)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}
// src/rules/newer-deploys.ts
function newerDeploys(snapshot, snapshots, isOther) {
	return snapshots.filter((other) => other.id !== snapshot.id && mayShareServer(other, snapshot)).filter((other) => isNewer(other, snapshot) && (isOther(makerOf(other)) || isOfAnybody(other))).sort(_age_js__WEBPACK_IMPORTED_MODULE_1__.r);
}
function makerOf({ description, name }) {
	const mark = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.g)(description);
	if (mark) return { mark };
	const run = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.h)(name);
	return run ? { run } : "unknown";
}
function isByRun(maker, origin) {
	if (maker === "unknown") return false;
	return "mark" in maker ? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.d)(maker.mark, origin) : maker.run.runId === origin.runId;
}
function isOfAnybody(snapshot) {
	return snapshot.server.id === _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id && makerOf(snapshot) === "unknown";
}
function mayShareServer({ server }, { server: of }) {
	return server.id === of.id || server.id === _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id || of.id === _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id;
}
function isNewer(other, snapshot) {
	const [made, than] = [(0,_age_js__WEBPACK_IMPORTED_MODULE_1__.n)(other), (0,_age_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot)];
	if (made === void 0 || than === void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(other, snapshot) > 0 || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(other.id) || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot.id);
	return made >= than;
}
// src/rules/restorable.ts
function objectionTo(snapshot, seen, terms) {
	const { maxAgeMs, force, isRival } = terms;
	return unfinished(snapshot) ?? tooOld(snapshot, seen.now, maxAgeMs) ?? unfit(snapshot, seen, force) ?? (force ? void 0 : fromEarlierAttempt(snapshot, seen)) ?? (force || !isRival ? void 0 : stale(snapshot, seen.snapshots, isRival));
}
function unfinished(snapshot) {
	if ((0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.y)(snapshot.status)) return void 0;
	return {
		title: "Snapshot not complete",
		text: `${title(snapshot)} has the status "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(snapshot.status, 40)}"; only a completed one can be restored.`,
		next: `If it is in progress, wait for it with mode: wait and snapshot_id: ${snapshot.id}.`
	};
}
function tooOld(snapshot, now, maxAgeMs) {
	if (maxAgeMs === void 0) return void 0;
	const age = (0,_age_js__WEBPACK_IMPORTED_MODULE_1__.t)(snapshot, now);
	if (age !== void 0 && age <= maxAgeMs) return void 0;
	return {
		title: "Snapshot too old",
		text: `${title(snapshot)} is ${age === void 0 ? "of unknown age" : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__.n)(age)} old`}; max_age allows ${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__.n)(maxAgeMs)}.`,
		next: "Choose a newer snapshot, or raise max_age if losing that much is meant."
	};
}
function fromEarlierAttempt(snapshot, { origin, now }) {
	const mark = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.g)(snapshot.description);
	if (!(0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.u)(mark, origin) || ((0,_age_js__WEBPACK_IMPORTED_MODULE_1__.t)(snapshot, now) ?? 0) <= 36e5) return void 0;
	return {
		title: "From an earlier attempt",
		text: `${title(snapshot)} was taken by attempt ${mark?.attempt} of this run, more than ${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__.n)(36e5)} ago.`,
		next: "Re-run all jobs, so that a new snapshot is taken before the deploy. force: true restores all the same."
	};
}
function unfit(snapshot, { servers, addresses }, force) {
	if (!servers) return void 0;
	const server = servers.find(({ id }) => id === snapshot.server.id);
	if (!server && snapshot.server.id === _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id) return {
		title: "Owner not known",
		text: `VPS.org does not say which server snapshot ${snapshot.id} is of.`,
		next: "Name that one server with server_id beside the snapshot_id."
	};
	if (!server) return {
		title: "Server not found",
		text: `${title(snapshot)} belongs to a server that is not among those that the token can see.`,
		next: "Check that the token belongs to the right account."
	};
	if (isSuspended(server.status)) return {
		title: "Server suspended",
		text: `${title(snapshot)} cannot be restored while the server is suspended.`,
		next: "Have it released at VPS.org, then run again."
	};
	if (isRestoring(server.status) && !force) return {
		title: "Server busy",
		text: `${title(snapshot)} cannot be restored: the server is being restored already, and this step did not ask for that.`,
		next: "Wait until it is back, look which snapshot it was restored from, then run again. force: true waits for it and restores over it."
	};
	return force ? void 0 : runnersOwn(server, addresses);
}
function runnersOwn(server, addresses) {
	const shared = server.addresses.find((one) => addresses.some((address) => sameAddress(address, one)));
	if (shared === void 0) return void 0;
	return {
		title: "The runner is on that server",
		text: `This job runs on ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} itself (${shared}). The restore would stop the server, and this job with it.`,
		next: "Run the restore on another runner, such as one hosted by GitHub. If that address only looks alike, as private ones may in a container: force: true restores all the same."
	};
}
function stale(snapshot, snapshots, isRival) {
	const [newest] = newerDeploys(snapshot, snapshots, isRival);
	if (!newest) return void 0;
	return {
		title: "A newer deploy would be lost",
		text: `${title(snapshot)} is ${isSameAge(snapshot, newest) ? "no newer" : "older"} than ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(newest)}, which ${nameOf(makerOf(newest))} took before its own deploy. Restoring would wipe that deploy.`,
		next: "Look at what is on the server first. force: true restores all the same. Give all workflows that deploy to it the same concurrency group."
	};
}
function isSameAge(one, other) {
	return Date.parse(one.createdAt ?? "") === Date.parse(other.createdAt ?? "");
}
function nameOf(maker) {
	if (maker === "unknown") return "somebody";
	return "mark" in maker ? `${maker.mark.repository} run ${maker.mark.runId}` : `run ${maker.run.runId}`;
}
function title(snapshot) {
	return `Snapshot ${snapshot.id} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)}`;
}
function sameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(address) {
	return (0,node_net__WEBPACK_IMPORTED_MODULE_4__.isIPv6)(address) ? new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname : address.trim();
}



/***/ }),

/***/ 738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restore: () => (/* binding */ restore)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _restorable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(685);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(765);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(835);
/* harmony import */ var _poller_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(260);
/* harmony import */ var _wait_until_idle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(238);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(601);
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(982);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(965);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(387);










// src/rules/restore-progress.ts
const noTrace = {
	ran: void 0,
	sawRestoring: false,
	stoppedSince: void 0,
	stoodMs: 0,
	runningSince: void 0
};
function trace(before, { status, elapsed }) {
	if (status === void 0) return before;
	const stoppedSince = (0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.u)(status) ? before.stoppedSince ?? elapsed : void 0;
	return {
		ran: before.ran,
		sawRestoring: before.sawRestoring || (0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.c)(status),
		stoppedSince,
		stoodMs: Math.max(before.stoodMs, stoppedSince === void 0 ? 0 : elapsed - stoppedSince),
		runningSince: (0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.l)(status) ? before.runningSince ?? elapsed : void 0
	};
}
function proofOf(look, seen, limits) {
	const { status, elapsed } = look;
	const isOverdue = elapsed >= limits.shortest;
	if (status === void 0) return !seen.sawRestoring && isOverdue ? "unproven" : "waiting";
	if ((0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.c)(status)) return "going_on";
	if ((0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.l)(status)) return runningProof(look, seen, limits);
	if ((0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.u)(status)) return standingProof(look, seen, limits);
	if (!(0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.s)(status)) return "unfamiliar";
	if (seen.sawRestoring) return "failed";
	return isOverdue ? "unproven" : "waiting";
}
function runningProof({ elapsed }, seen, limits) {
	const stood = seen.ran === true && seen.stoodMs >= limits.longerThanReboot;
	if (!seen.sawRestoring && !stood) return elapsed >= limits.shortest ? "unproven" : "waiting";
	if (!(elapsed - (seen.runningSince ?? elapsed) >= limits.agreeing)) return "waiting";
	return seen.sawRestoring ? "back" : "back_by_standstill";
}
function standingProof({ elapsed }, seen, limits) {
	if (!seen.sawRestoring) return elapsed >= limits.longest ? "unproven_standing" : "waiting";
	return seen.stoppedSince !== void 0 && elapsed - seen.stoppedSince >= limits.standstill && elapsed >= limits.shortest ? "back_stopped" : "waiting";
}
// src/operations/wait-until-ready.ts
async function waitUntilReady(url, deps) {
	deps.log.group("Waiting for ready_url");
	const startedAt = deps.clock.now();
	const heard = new Heard(url, deps);
	if ((await probing(url, deps).ask({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.i,
		judge(answer) {
			heard.note(answer);
			return answer.ok ? {
				is: "reached",
				found: void 0
			} : { is: "pending" };
		}
	})).is === "reached") {
		deps.log.info(`${url} answers.`);
		return;
	}
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.j({
		title: "Server up, service not ready",
		message: `The restore is done, but ${url} gave no 2xx in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_9__.n)(deps.clock.now() - startedAt)}${heard.last ? `; last: ${heard.last}` : ""}.`,
		next: "Look at the service on the server: it runs as it was when the snapshot was taken."
	});
}
async function answersSteadily(url, deps) {
	const heard = new Heard(url, deps);
	let failed = false;
	let inRow = 0;
	return {
		proven: (await probing(url, deps).ask({
			schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.r,
			judge(answer) {
				heard.note(answer);
				failed ||= !answer.ok;
				inRow = answer.ok ? inRow + 1 : 0;
				return failed && inRow >= 3 ? {
					is: "reached",
					found: true
				} : { is: "pending" };
			}
		})).is === "reached",
		last: heard.last
	};
}
var Heard = class {
	#url;
	#deps;
	last = "";
	constructor(url, deps) {
		this.#url = url;
		this.#deps = deps;
	}
	note({ ok, words }) {
		const news = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(words, 200);
		if (news !== this.last && !ok) this.#deps.log.info(`${this.#url}: ${news}. Asking again.`);
		this.last = news;
	}
};
function probing(url, deps) {
	const { clock, deadline, pace, random, signal } = deps;
	return new _poller_js__WEBPACK_IMPORTED_MODULE_3__.t({
		look: () => deps.probe(url),
		isPassing: () => false,
		onTrouble: () => {},
		clock,
		deadline,
		pace,
		random,
		signal
	});
}
// src/operations/prove-restore.ts
async function proveByList(accepted, terms, deps) {
	const { snapshot } = accepted;
	const { clock, log } = deps;
	const startedAt = clock.now();
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server));
	const limits = limitsAt(deps.pace);
	const heard = new Set();
	let seen = accepted.trace;
	let unfamiliar = false;
	let last;
	const judge = (list, elapsed) => {
		last = list.find(({ id }) => id === snapshot.server.id);
		const status = last?.status;
		const word = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(status ?? "not in the list", 40);
		seen = trace(seen, {
			status,
			elapsed
		});
		const proof = proofOf({
			status,
			elapsed
		}, seen, limits);
		unfamiliar = proof === "unfamiliar";
		if (!heard.has(word) && !proof.startsWith("back")) {
			heard.add(word);
			log.info(unfamiliar ? `${name} is "${word}", which is not documented. Waiting on.` : `${name} is ${word}.`);
		}
		return verdictOn(proof, {
			name,
			word,
			elapsed,
			accepted,
			terms
		}, deps);
	};
	const end = await deps.servers.ask({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.r,
		judge
	});
	if (end.is === "failed") throw end.failure;
	if (end.is === "reached") {
		tellNewAddress(accepted, last, deps);
		return end.found;
	}
	throw stillGoing({
		name,
		elapsed: clock.now() - startedAt,
		word: [...heard].at(-1),
		unfamiliar
	});
}
function tellNewAddress({ snapshot, addresses }, server, { journal }) {
	if (!addresses || !server || addresses.length === 0) return;
	const [old, now] = [addresses, server.addresses].map((list) => list.toSorted().join(", "));
	if (old === now) return;
	journal.warning("Address changed", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server))} has another address after the restore: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(now || "none")} instead of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(old ?? "")}.`);
}
function limitsAt(pace) {
	return {
		shortest: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 3e5),
		standstill: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 18e4),
		longerThanReboot: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 12e4),
		longest: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 12e5),
		agreeing: Math.min(5e3, (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 5e3))
	};
}
function verdictOn(proof, seen, deps) {
	const { name, word, elapsed, accepted, terms } = seen;
	switch (proof) {
		case "back":
		case "back_by_standstill":
			deps.log.info(`${name} is active again, restored from ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(accepted.snapshot)}.`);
			return {
				is: "reached",
				found: {
					is: "running",
					byStandstill: proof === "back_by_standstill"
				}
			};
		case "back_stopped": return {
			is: "reached",
			found: {
				is: "standing",
				word
			}
		};
		case "failed": return {
			is: "failed",
			failure: failed(seen)
		};
		case "unproven": return fails(notConfirmed(name, `it was not seen restoring within ${(0,_format_js__WEBPACK_IMPORTED_MODULE_9__.n)(elapsed)}`));
		case "unproven_standing": return fails(leftStanding(seen, deps));
		default:
			terms.heartbeat.beat(`${name} is ${word}`);
			return { is: "pending" };
	}
}
function fails(failure) {
	return {
		is: "failed",
		failure
	};
}
async function proveByUrl({ snapshot }, terms, deps) {
	const { readyUrl, alone } = terms;
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server));
	if (!readyUrl) throw notConfirmed(name, "the token may not list servers, and there is no ready_url");
	if (!alone) throw notConfirmed(name, "the token may not list servers, and one ready_url cannot prove several restores");
	const { proven, last } = await answersSteadily(readyUrl, deps);
	if (proven) return {
		is: "running",
		byStandstill: false
	};
	throw notConfirmed(name, `${readyUrl} did not fail and then answer steadily in the time allowed${last ? ` (last: ${last})` : ""}`);
}
function notConfirmed(name, why) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
		next: "Whether it was restored is not known. Look at it at VPS.org before you rely on it, and before you restore it again."
	});
}
function leftStanding({ name, word, elapsed, accepted }, { vps }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for it is ${word} for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_9__.n)(elapsed)} and was never seen restoring.`,
		next: `Look at the server at VPS.org. If it should run: ${vps.startByHand(accepted.snapshot.server.id)}`
	});
}
function failed({ name, word, accepted }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Restore failed",
		message: `${name} is "${word}" after the restore.`,
		next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${accepted.snapshot.id} tries again.`
	});
}
function stillGoing({ name, elapsed, word = "unknown", unfamiliar }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.j({
		title: "Restore not done in time",
		message: `${name} was not back after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_9__.n)(elapsed)}; its status is ${word}.`,
		next: unfamiliar ? "That word is not documented: look at the server at VPS.org." : "The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks."
	});
}
// src/operations/request-restore.ts
async function requestRestore({ snapshot }, { listed, ran, recheck }, deps) {
	const { server } = snapshot;
	const what = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} from ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot)}`;
	const { clock, pace } = deps;
	const onlooker = new Onlooker(server.id, ran, deps);
	let lostAt;
	const { made, adopted } = await (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_4__.a)({
		act: "restore",
		id: server.id,
		async send() {
			await deps.vps.restoreSnapshot(snapshot.id);
			return {
				...noTrace,
				ran
			};
		},
		find: listed ? (windowMs, doubt) => {
			if (doubt === "this_one") lostAt = clock.now();
			return lostAt !== void 0 && clock.now() - lostAt <= 2 * (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 2e4) ? begun(server.id, {
				what,
				windowMs,
				ran
			}, deps) : onlooker.watch(windowMs);
		} : void 0,
		isNotNow: isAboutState,
		async mayGoOn() {
			if (onlooker.sawRepair) throw await repaired(snapshot, what, deps);
			await recheck();
		},
		...listed && { async pause(ms) {
			await onlooker.watch(ms);
		} },
		tries: 10,
		pauseMs: (unclear) => Math.min((unclear - 1) * 1e4, 6e4),
		lateWindowMs: 2e4,
		words: {
			doubt: `The restore of ${what} may have been requested.`,
			looking: "Looking whether the restore began all the same.",
			refused: (error, later) => refused(what, error, later),
			refusedLate: (error) => uncertain(what, error),
			uncertain: (error) => uncertain(what, error)
		}
	}, deps);
	deps.journal.settle("restore", server.id, `The restore of ${what} was requested.`);
	deps.log.info(`Restore of ${what}: ${adopted ? "the server is being restored" : "accepted"}.`);
	return made;
}
function isAboutState(error) {
	if (!(error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_2__.y) || error.isPage) return false;
	return error.isNotNow || error.status === 400 && !/\b(token|credentials?|snapshot)\b/i.test(error.words);
}
var Onlooker = class {
	#serverId;
	#deps;
	#stoppedSince;
	#ran;
	sawRepair = false;
	constructor(serverId, ran, deps) {
		this.#ran = ran !== false;
		this.#serverId = serverId;
		this.#deps = deps;
	}
	async watch(ms) {
		const { clock, servers, signal } = this.#deps;
		const end = clock.now() + ms;
		await servers.until({
			schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.r,
			patienceMs: ms,
			isSo: (list) => this.#see(list)
		});
		if (!this.sawRepair && clock.now() < end) await clock.sleep(end - clock.now(), signal);
	}
	#see(list) {
		const status = list.find(({ id }) => id === this.#serverId)?.status ?? "";
		const { clock, pace } = this.#deps;
		this.#ran ||= (0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.l)(status);
		if ((0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.u)(status) && this.#ran) this.#stoppedSince ??= clock.now();
		const stoodMs = this.#stoppedSince === void 0 ? 0 : clock.now() - this.#stoppedSince;
		if (!(0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.u)(status)) this.#stoppedSince = void 0;
		this.sawRepair ||= (0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.c)(status) || stoodMs > 0 && stoodMs >= (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 12e4);
		return this.sawRepair;
	}
};
async function begun(serverId, { what, windowMs, ran }, deps) {
	const { clock, pace, servers } = deps;
	const askedAt = clock.now();
	let blindMs;
	let isIdle = false;
	const { so, timedOut } = await servers.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.r,
		windowMs,
		isSo(list) {
			blindMs ??= clock.now() - askedAt;
			const isBegun = list.some(({ id, status }) => id === serverId && (0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.c)(status));
			const isLate = clock.now() - askedAt >= (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 2e4);
			isIdle ||= isLate && !isBegun;
			return isBegun && !isIdle;
		}
	});
	if (timedOut) throw outOfTime(what);
	if (so) return {
		...noTrace,
		ran,
		sawRestoring: true
	};
	if (blindMs !== void 0 && blindMs >= (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 3e5)) throw seenLate(what, blindMs);
}
function refused(what, error, later) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Restore refused",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(what)} was not restored.`,
		...later && { next: later }
	}, _start_js__WEBPACK_IMPORTED_MODULE_0__.A);
}
async function repaired({ server }, what, deps) {
	await deps.servers.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.r,
		patienceMs: deps.deadline - deps.clock.now(),
		isSo: (list) => !list.some(({ id, status }) => id === server.id && (0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.c)(status))
	});
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Restored or repaired by someone else",
		message: `Before the restore of ${what} could be asked for again, the server was restored or stood still for longer than a reboot takes: somebody seems to work on it, so it was not asked for again.`,
		next: "Look at the server at VPS.org before anything else is done to it."
	});
}
function seenLate(what, blindMs) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Restore not certain",
		message: `The answer to the request to restore ${what} was lost, and no list of servers came for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_9__.n)(blindMs)}: it may have been restored meanwhile, so it was not asked for again.`,
		next: "Look at the server at VPS.org before anything else is done to it."
	});
}
function outOfTime(what) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.j({
		title: "Restore not certain",
		message: `The answer to the request to restore ${what} was lost, and the time set by timeout_minutes was over before it showed whether the restore began.`,
		next: "Look at the server at VPS.org before anything else is done to it, and raise timeout_minutes."
	});
}
function uncertain(what, error) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Restore not certain",
		message: `No clear answer to the request to restore ${what}.`,
		next: "Look at the server at VPS.org before anything else is done to it."
	});
}
// src/operations/restore-server.ts
async function beginRestore(step, permission, deps) {
	const { snapshot } = step;
	const { clock, journal } = deps;
	const entry = journal.enter((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.n)({ listed: snapshot }));
	const startedAt = clock.now();
	const trace = await noted({
		entry,
		snapshot
	}, () => requestRestore(step, permission, deps));
	journal.happened("restore requested", clock.date(), snapshot.server.id);
	const { addresses, listed } = permission;
	return {
		snapshot,
		trace,
		addresses,
		listed,
		entry,
		startedAt,
		acceptedAt: clock.now()
	};
}
async function finishRestore(begun, terms, deps) {
	const { snapshot, entry, listed, startedAt } = begun;
	const prove = listed ? proveByList : proveByUrl;
	const { caveat, byStandstill } = await noted(begun, async () => {
		const left = await prove(begun, terms, deps);
		if (left.is === "running") return {
			caveat: void 0,
			byStandstill: left.byStandstill
		};
		return {
			caveat: await standing(begun, {
				terms,
				word: left.word
			}, deps),
			byStandstill: false
		};
	});
	deps.journal.happened("server back", deps.clock.date(), snapshot.server.id);
	const { server } = snapshot;
	const told = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server))} was restored from ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot)}.`;
	deps.journal.settle("restore", server.id, told);
	const remark = caveat === void 0 ? {} : { remark: caveat };
	entry.learn({
		result: "restored",
		tookMs: deps.clock.now() - startedAt,
		...remark
	});
	return {
		caveat,
		byStandstill
	};
}
async function standing({ snapshot, trace }, { terms: { readyUrl }, word }, deps) {
	const { server } = snapshot;
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server));
	const { ran } = trace;
	const why = ran ? await whyNotStarted(server, deps) : void 0;
	if (ran && why === void 0) {
		deps.log.info(`${name} is active again, restored from ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot)}.`);
		return;
	}
	const caveat = `${name} is restored, but ${word}: start it by hand at VPS.org`;
	const more = why === void 0 ? "" : ` ${why}`;
	if (readyUrl) {
		const next = `ready_url cannot answer until the server runs. Start it, then check ${readyUrl}.`;
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
			title: "Server stopped",
			message: `${caveat}.${more}`,
			next
		});
	}
	deps.journal.warning("Server stopped", `${caveat}.${more}`);
	return caveat;
}
async function whyNotStarted(server, deps) {
	deps.log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server))} stands still after the restore and ran before it. Starting it.`);
	try {
		await (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_4__.i)({
			server,
			watchUntil: void 0
		}, deps);
		return;
	} catch (error) {
		deps.signal.throwIfAborted();
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.k)) throw error;
		return `${error.message} ${error.next}`;
	}
}
async function noted({ entry, snapshot }, act) {
	try {
		return await act();
	} catch (error) {
		const failure = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a ? unconfirmed(snapshot, error) : error;
		if (failure instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.k) entry.learn({
			result: failure.ending,
			remark: failure.message
		});
		throw failure;
	}
}
function unconfirmed({ server }, error) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Restore accepted, not confirmed",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server))}: the restore was accepted, but not confirmed.`,
		next: "Whether it was restored is not known. Look at it at VPS.org before you rely on it, and before you restore it again."
	});
}
// src/report/not-ruled-out.ts
function notRuledOut(snapshots) {
	const shortfall = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.d)(snapshots);
	if (shortfall === void 0) return [];
	return [{
		level: "warning",
		title: "List not whole",
		text: `The list of snapshots is not whole (${shortfall}), so a newer deploy could not be ruled out.`
	}];
}
// src/modes/restore/restore-plan.ts
function restorePlan(seen, inputs) {
	const named = (0,_selection_js__WEBPACK_IMPORTED_MODULE_5__.t)(seen.selection, seen.snapshots, seen.origin);
	const unsure = named.problems.length > 0 || named.missing.length > 0 ? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_7__.t)(seen.snapshots, "it is not certain which snapshot is meant") : void 0;
	if (unsure) return unsure;
	const refusal = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_7__.n)(named.problems, seen.now) ?? restoreRefusal(named, seen, inputs);
	if (refusal) return refusal;
	return {
		steps: named.snapshots.map((snapshot) => ({
			do: "restore",
			snapshot,
			thenDelete: false
		})),
		annotations: [...seen.servers ? [] : [unlisted(inputs)], ...notRuledOut(seen.snapshots)]
	};
}
function unlisted({ readyUrl }) {
	return {
		level: "notice",
		title: "Servers not visible",
		text: `The token may not list servers, so ${readyUrl ? "ready_url will have to prove the restore" : "the restore cannot be confirmed without ready_url"}.`
	};
}
function restoreRefusal(named, seen, inputs) {
	const { maxAgeMs, force } = inputs;
	const objections = [
		...named.missing.map((id) => missing(id, seen.snapshots)),
		...shared(named.snapshots),
		...named.snapshots.flatMap((snapshot) => (0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot, seen, {
			maxAgeMs,
			force,
			isRival: rivalTest(snapshot, seen.origin)
		}) ?? [])
	];
	const [first] = objections;
	if (!first) return void 0;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: objections.length === 1 ? first.title : "Restore refused",
		message: objections.map(({ text }) => text).join("\n"),
		next: [...new Set(objections.map(({ next }) => next))].join("\n")
	});
}
const namedAtMost = 5;
function missing(id, snapshots) {
	const newest = snapshots.toSorted(_age_js__WEBPACK_IMPORTED_MODULE_8__.r).slice(0, namedAtMost).map(_start_js__WEBPACK_IMPORTED_MODULE_0__.m);
	const more = snapshots.length > newest.length ? ` and ${snapshots.length - newest.length} more` : "";
	return {
		title: "Snapshot not found",
		text: `Snapshot ${id} does not exist, or the token cannot see it.`,
		next: `The token sees ${newest.join(", ") || "no snapshot"}${more}. mode: list shows them with their servers.`
	};
}
function shared(snapshots) {
	return snapshots.filter((one) => snapshots.some((other) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(other, one) < 0 && other.server.id === one.server.id)).map(({ server }) => ({
		title: "Two snapshots of one server",
		text: `More than one of the snapshots is of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)}, and it can only be restored from one.`,
		next: "Name one snapshot per server."
	}));
}
function rivalTest(snapshot, origin) {
	const made = (0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.a)(snapshot);
	if (!(0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.i)(made, origin)) return void 0;
	const isMarked = made !== "unknown" && "mark" in made;
	return (maker) => !(0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.i)(maker, origin) && (maker !== "unknown" || !isMarked);
}
// src/modes/restore/restore.ts
const restore = {
	async look(inputs, deps) {
		const { snapshots, selection } = await listWithNamed(inputs, deps);
		const owners = (0,_selection_js__WEBPACK_IMPORTED_MODULE_5__.t)(selection, snapshots, deps.origin).snapshots.map(({ server }) => server.id);
		const servers = await (0,_owners_js__WEBPACK_IMPORTED_MODULE_6__.r)(owners, deps);
		const { origin, addresses } = deps;
		return {
			selection,
			snapshots,
			servers,
			origin,
			addresses,
			now: deps.vps.now()
		};
	},
	plan: restorePlan,
	async perform({ steps }, { inputs, seen }, deps) {
		deps.log.group("Restoring");
		const { wait, readyUrl, force } = inputs;
		const wanted = steps.map(({ snapshot }) => snapshot.server.id);
		if (seen.servers && force) await (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_4__.t)(wanted, seen.servers, deps);
		const listed = seen.servers !== void 0;
		const heartbeat = new _restorable_js__WEBPACK_IMPORTED_MODULE_1__.o(deps.log, deps.clock, _schedule_js__WEBPACK_IMPORTED_MODULE_2__.r);
		const terms = wait ? {
			readyUrl,
			alone: steps.length === 1,
			heartbeat
		} : void 0;
		const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)(steps.map((step) => {
			const ran = (0,_restorable_js__WEBPACK_IMPORTED_MODULE_1__.f)(seen.servers, step.snapshot.server.id);
			const addresses = seen.servers?.find(({ id }) => id === step.snapshot.server.id)?.addresses;
			return restoreOne(step, {
				permission: {
					listed,
					ran,
					addresses,
					recheck: () => recheck(step, inputs, deps)
				},
				terms
			}, deps);
		}));
		if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(failures, steps.length);
		if (wait && readyUrl && listed) await ready(readyUrl, steps, deps);
		return {};
	}
};
async function ready(url, steps, deps) {
	try {
		await waitUntilReady(url, deps);
	} catch (error) {
		for (const { snapshot } of steps) deps.notes.leave({
			act: "restore",
			snapshot: snapshot.id,
			server: snapshot.server.id,
			state: "unready"
		});
		throw error;
	}
}
async function listWithNamed({ selection: named }, deps) {
	let selection = named;
	const isThere = (list) => {
		const shown = selection.by === "id" ? {
			...selection,
			ids: deps.vps.snapshotIds(selection.ids)
		} : selection;
		const { problems, missing } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_5__.t)(shown, list, deps.origin);
		return problems.length === 0 && missing.length === 0;
	};
	const owned = (list) => ownedAsNamed(selection, list);
	const first = await deps.vps.listSnapshots(deps.planning);
	selection = await (0,_selection_js__WEBPACK_IMPORTED_MODULE_5__.n)(named, deps);
	if (isThere(owned(first))) return {
		snapshots: owned(first),
		selection
	};
	const settled = await (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_7__.o)((list) => isThere(owned([...list])), deps);
	selection = await (0,_selection_js__WEBPACK_IMPORTED_MODULE_5__.n)(named, deps);
	return {
		snapshots: owned(settled.list),
		selection
	};
}
function ownedAsNamed(selection, list) {
	const [server, ...others] = selection.servers;
	if (selection.by !== "id" || server === void 0 || others.length > 0) return list;
	const isNamed = ({ id }) => selection.ids.includes(id);
	return (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.u)(list.map((one) => isNamed(one) ? (0,_owners_js__WEBPACK_IMPORTED_MODULE_6__.n)({ id: server }, one) : one), list);
}
async function recheck({ snapshot }, inputs, deps) {
	const seen = await (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_7__.D)(inputs, () => restore.look(inputs, deps), deps);
	const selection = {
		by: "id",
		ids: [snapshot.id],
		servers: []
	};
	const plan = restorePlan({
		...seen,
		selection
	}, inputs);
	if (plan instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A) throw plan;
}
async function restoreOne(step, { permission, terms }, deps) {
	const { id: snapshot, server } = step.snapshot;
	const note = {
		act: "restore",
		snapshot,
		server: server.id
	};
	deps.notes.leave({
		...note,
		state: "requested"
	});
	const begun = await beginRestore(step, permission, deps).catch((error) => {
		if (!deps.journal.mayHave("restore", server.id)) deps.notes.leave({
			...note,
			state: "refused"
		});
		throw error;
	});
	if (terms) await finishRestore(begun, terms, deps);
	else begun.entry.learn({ result: "requested" });
	if (terms) deps.notes.leave({
		...note,
		state: "confirmed"
	});
}



/***/ }),

/***/ 601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ knownSelection),
/* harmony export */   t: () => (/* binding */ selected)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(387);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(965);



// src/reading/known-ids.ts
async function knownSelection(selection, { vps }) {
	const servers = await vps.serverIds(selection.servers);
	if (selection.by !== "id") return {
		...selection,
		servers
	};
	return {
		...selection,
		servers,
		ids: vps.snapshotIds(selection.ids)
	};
}
// src/rules/selection.ts
function selected(selection, snapshots, origin) {
	switch (selection.by) {
		case "id": return selectedById(selection, snapshots);
		case "name": return onePerServer(selection.servers, snapshots, {
			wanted: `named ${selection.name}`,
			matches: (all) => all.filter(({ name }) => name === selection.name)
		});
		case "latest": return onePerServer(selection.servers, snapshots, {
			wanted: `completed and made by ${origin.repository}`,
			matches(all) {
				const own = all.filter((snapshot) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.y)(snapshot.status) && (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.f)(snapshot, origin));
				return own.every(({ createdAt }) => createdAt !== null) ? own.sort(_age_js__WEBPACK_IMPORTED_MODULE_1__.r).slice(0, 1) : own;
			}
		});
	}
}
function selectedById({ ids, servers }, snapshots) {
	const found = ids.map((id) => snapshots.find((snapshot) => snapshot.id === id));
	const present = found.filter((snapshot) => snapshot !== void 0);
	return {
		snapshots: present,
		missing: ids.filter((_, index) => found[index] === void 0),
		problems: present.filter(({ server }) => servers.length > 0 && !servers.includes(server.id)).map(({ id, server }) => ({
			text: `Snapshot ${id} is of server ${server.id}, and server_id allows only ${servers.join(", ")}`,
			candidates: snapshots.filter((snapshot) => servers.includes(snapshot.server.id))
		}))
	};
}
function onePerServer(servers, snapshots, by) {
	const perServer = servers.map((server) => {
		const all = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(server, snapshots);
		return {
			server,
			all,
			matching: by.matches(all)
		};
	});
	return {
		snapshots: perServer.flatMap(({ matching }) => matching.length === 1 ? matching : []),
		missing: [],
		problems: perServer.filter(({ matching }) => matching.length !== 1).map(({ server, all, matching }) => ({
			text: `Server ${server} has ${matching.length === 0 ? "no snapshot" : `${matching.length} snapshots`} ${by.wanted}`,
			candidates: matching.length > 1 ? matching : all
		}))
	};
}



/***/ }),

/***/ 155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ visibleServers)
/* harmony export */ });
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(835);

// src/reading/visible-servers.ts
async function visibleServers(deps) {
	try {
		return await deps.vps.listServers(deps.planning);
	} catch (error) {
		if (error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_0__.y && error.isNotPermitted) return void 0;
		throw error;
	}
}



/***/ }),

/***/ 238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ untilClear),
/* harmony export */   i: () => (/* binding */ startServer),
/* harmony export */   n: () => (/* binding */ lastWord),
/* harmony export */   r: () => (/* binding */ lateStopWindow),
/* harmony export */   t: () => (/* binding */ waitUntilIdle)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(765);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(965);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(835);
/* harmony import */ var _restorable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(685);





// src/operations/unclear-request.ts
async function untilClear(request, deps) {
	const course = new Course(request, deps);
	for (;;) {
		const answer = await sendUntilItLeaves(request.send, deps);
		if ("made" in answer) return {
			made: answer.made,
			adopted: false,
			repeated: course.unclear > 0
		};
		const made = await course.settle(answer.trouble);
		if (made !== void 0) return {
			made,
			adopted: true,
			repeated: course.unclear > 1
		};
		await request.mayGoOn?.();
	}
}
var Course = class {
	#request;
	#deps;
	unclear = 0;
	#refusals = 0;
	#notNow;
	constructor(request, deps) {
		this.#request = request;
		this.#deps = deps;
	}
	async settle(trouble) {
		const { words, isNotNow } = this.#request;
		const notNow = trouble.fate !== "unknown" && isNotNow(trouble);
		if (trouble.fate !== "unknown" && !notNow && this.unclear === 0) throw words.refused(trouble);
		const askedAt = this.#deps.clock.now();
		if (notNow) this.#checkPatience(trouble);
		const made = await this.#found(trouble, notNow);
		if (made !== void 0) return made;
		const leaveAloneUntil = askedAt + askedPauseMs(trouble);
		if (notNow) await this.#pauseFor(trouble, leaveAloneUntil);
		else await this.#pauseAfterUnclear(trouble, leaveAloneUntil);
	}
	#checkPatience(trouble) {
		const { clock, deadline } = this.#deps;
		const now = clock.now();
		this.#notNow ??= {
			since: now,
			until: now + (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.v)(deadline - now)
		};
		if (now + askedPauseMs(trouble) > this.#notNow.until) throw this.#stillNot(trouble);
	}
	async #found(trouble, notNow) {
		const { act, id, find, words, lateWindowMs } = this.#request;
		const { clock, deadline, journal, log, pace } = this.#deps;
		const isRefusal = trouble.fate === "refused" && !notNow;
		const isLost = !isRefusal && !notNow;
		if (isLost) this.unclear++;
		if (this.unclear > 0) journal.doubt(act, id, words.doubt);
		if (!find && !notNow) throw words.uncertain(trouble, this.unclear);
		log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(trouble.message)} ${words.looking}`);
		const windowMs = Math.min((0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, isRefusal ? lateWindowMs : 2e4), Math.max(0, deadline - clock.now()));
		const doubt = isLost ? "this_one" : this.unclear > 0 ? "an_earlier_one" : "none";
		const made = await find?.(windowMs, doubt);
		if (made === void 0 && isRefusal) throw words.refusedLate(trouble);
		return made;
	}
	async #pauseAfterUnclear(trouble, leaveAloneUntil) {
		const { words, tries, pauseMs } = this.#request;
		const { clock, deadline } = this.#deps;
		const next = Math.max(clock.now() + pauseMs(this.unclear), leaveAloneUntil);
		if (this.unclear >= tries || next >= deadline) throw words.uncertain(trouble, this.unclear);
		await this.#pause(next - clock.now());
	}
	async #pauseFor(trouble, leaveAloneUntil) {
		const { clock, log, pace } = this.#deps;
		const until = this.#notNow?.until ?? 0;
		if (clock.now() >= until || leaveAloneUntil > until) throw this.#stillNot(trouble);
		const growing = Math.min(5e3 * 2 ** this.#refusals++, 6e4);
		const next = Math.max(Math.min(clock.now() + (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, growing), until), leaveAloneUntil);
		log.info(`It cannot be done just now. Asking again in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(next - clock.now())}.`);
		await this.#pause(next - clock.now());
	}
	async #pause(ms) {
		if (ms <= 0) return;
		const { clock, signal } = this.#deps;
		await (this.#request.pause?.(ms) ?? clock.sleep(ms, signal));
	}
	#stillNot(trouble) {
		const { words } = this.#request;
		if (this.unclear > 0) return words.uncertain(trouble, this.unclear);
		const asked = askedPauseMs(trouble);
		const waited = this.#refusals === 0 ? 0 : this.#deps.clock.now() - (this.#notNow?.since ?? 0);
		const wait = asked > 0 ? `The API asks to wait for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(asked)}, which is longer than there is time for.` : "";
		const tried = waited > 0 ? `It was asked for again for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(waited)}.` : "";
		return words.refused(trouble, [tried, wait].filter(Boolean).join(" "));
	}
};
async function sendUntilItLeaves(send, deps) {
	const giveUp = Math.min(deps.clock.now() + 12e4, deps.deadline);
	for (let pause = 500;; pause = Math.min(2 * pause, 1e4)) try {
		return { made: await send() };
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a)) throw error;
		if (!(error.fate === "not_sent" && error.passing && deps.clock.now() + pause < giveUp)) return { trouble: error };
		deps.log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(error.message)} It was not sent; trying again soon.`);
		await deps.clock.sleep(pause, deps.signal);
	}
}
function askedPauseMs(error) {
	return error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_2__.y ? error.retryAfterMs ?? 0 : 0;
}
// src/operations/start-server.ts
function lateStopWindow(deps) {
	return (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(deps.pace, 3e5);
}
async function startServer(duty, deps) {
	try {
		await untilItRuns(duty, deps);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a)) throw error;
		throw unseen(duty.server, error, deps);
	}
}
async function untilItRuns(duty, deps) {
	const { server } = duty;
	const { clock, log } = deps;
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server));
	const heartbeat = new _restorable_js__WEBPACK_IMPORTED_MODULE_3__.o(log, clock, _schedule_js__WEBPACK_IMPORTED_MODULE_2__.n);
	const busy = new Busy(duty, deps);
	let acceptedAt;
	let agreeing = 0;
	let word = "unknown";
	const judge = (list) => {
		const status = list.find(({ id }) => id === server.id)?.status;
		word = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(status ?? "not in the list", 40);
		heartbeat.beat(`${name} is ${word}`);
		agreeing = status !== void 0 && (0,_restorable_js__WEBPACK_IMPORTED_MODULE_3__.l)(status) ? agreeing + 1 : 0;
		if (agreeing >= 2 && clock.now() >= (duty.watchUntil ?? 0)) return {
			is: "reached",
			found: "runs"
		};
		const onItsWay = acceptedAt !== void 0 && clock.now() - acceptedAt < 12e4;
		if (agreeing > 0 || onItsWay || status !== void 0 && (0,_restorable_js__WEBPACK_IMPORTED_MODULE_3__.c)(status)) return { is: "pending" };
		return {
			is: "reached",
			found: "still"
		};
	};
	for (let requests = 1; clock.now() < deps.deadline; requests++) {
		if (await unlessLate(isAccepted(server, busy, deps))) acceptedAt = clock.now();
		const end = await deps.servers.ask({
			schedule: after(requests),
			judge
		});
		if (end.is === "failed") throw end.failure;
		if (end.is === "timed_out") break;
		if (end.found === "runs") return;
	}
	if (agreeing < 2) throw notRunning({
		name,
		word,
		server
	}, deps);
}
async function unlessLate(asked) {
	try {
		return await asked;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.j)) throw error;
		return false;
	}
}
function after(requests) {
	const pause = Math.min((requests - 1) * 1e3, 1e4);
	return {
		..._schedule_js__WEBPACK_IMPORTED_MODULE_2__.n,
		first: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.n.first.map((at) => at + pause)
	};
}
async function isAccepted(server, busy, deps) {
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server));
	try {
		await deps.vps.power(server.id, "start");
		deps.log.info(`${name} is asked to start.`);
		busy.isOnItsWay = true;
		return true;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a)) throw error;
		deps.log.info(`${name}: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(error.message)} Looking whether it runs.`);
		if (error.fate === "refused" && !isForNow(error)) throw notStarted(server, error, deps);
		if (error.fate === "refused" && !await busy.mayGoOn()) throw notStarted(server, error, deps);
		return false;
	}
}
function isForNow(error) {
	return error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_2__.y && (error.isNotNow || [400, 409].includes(error.status));
}
var Busy = class {
	isOnItsWay = false;
	#duty;
	#deps;
	#idleSince;
	#madeWay = false;
	constructor(duty, deps) {
		this.#duty = duty;
		this.#deps = deps;
	}
	async mayGoOn() {
		const { clock, pace } = this.#deps;
		if (this.isOnItsWay) return true;
		await this.#makeWay();
		if (await this.#mayHaveSnapshotUnderWay()) this.#idleSince = void 0;
		else this.#idleSince ??= clock.now();
		return this.#idleSince === void 0 || clock.now() - this.#idleSince < (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 12e4);
	}
	async #makeWay() {
		const { log, signal } = this.#deps;
		if (this.#madeWay || !this.#duty.makeWay) return;
		try {
			await this.#duty.makeWay();
			this.#madeWay = true;
		} catch (error) {
			signal.throwIfAborted();
			if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.k || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a)) throw error;
			log.info((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(error.message));
		}
	}
	async #mayHaveSnapshotUnderWay() {
		try {
			const list = await (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.E)(this.#deps);
			return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(this.#duty.server.id, list).some(({ status }) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.x)(status));
		} catch (error) {
			if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a)) throw error;
			return error.passing;
		}
	}
};
async function lastWord(server, stoppedBy, { vps, journal }) {
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server));
	const byHand = `If it stands still: ${vps.startByHand(server.id)}`;
	let outcome = "was asked to start when this step ended.";
	try {
		await vps.power(server.id, "start", { isLastWord: true });
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a)) throw error;
		outcome = `its start was not confirmed: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(error.message)}`;
	}
	journal.settle("stop", server.id, `${name} was stopped by ${stoppedBy}, and ${outcome} ${byHand}`);
}
function notStarted(server, error, { vps }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Server not started",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server))} stands still and was not started.`,
		next: `Start it now, at VPS.org or with a token that may: ${vps.startByHand(server.id)}`
	});
}
function unseen(server, error, { vps }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Server not started",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server))} was asked to start, and nobody can see whether it runs.`,
		next: `If it stands still: ${vps.startByHand(server.id)}`
	});
}
function notRunning({ name, word, server }, { vps }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.j({
		title: "Server not started",
		message: `${name} was not seen running again; its status is ${word}.`,
		next: `Start it now, at VPS.org or so: ${vps.startByHand(server.id)}`
	});
}
// src/operations/wait-until-idle.ts
function busyServers(wanted, servers) {
	return servers.filter(({ id, status }) => wanted.includes(id) && (0,_restorable_js__WEBPACK_IMPORTED_MODULE_3__.c)(status));
}
async function idleServers(wanted, servers, deps) {
	const [first] = busyServers(wanted, servers);
	if (!first) return servers;
	deps.log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(first))} is being restored. Waiting for that to end first.`);
	const end = await deps.servers.ask({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.r,
		judge: (list) => busyServers(wanted, list).length === 0 ? {
			is: "reached",
			found: list
		} : { is: "pending" }
	});
	return end.is === "reached" ? end.found : void 0;
}
async function waitUntilIdle(wanted, servers, deps) {
	const startedAt = deps.clock.now();
	const idle = await idleServers(wanted, servers, deps);
	if (idle) return idle;
	const [first] = busyServers(wanted, servers);
	const name = first ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(first)) : "The server";
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Server busy",
		message: `${name} was still being restored after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(deps.clock.now() - startedAt)}.`,
		next: "Run again when it is back, or raise timeout_minutes."
	}, "timed_out");
}



/***/ })

};
