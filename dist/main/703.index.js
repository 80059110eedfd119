export const id = 703;
export const ids = [703];
export const modules = {

/***/ 950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ fullName),
/* harmony export */   t: () => (/* binding */ deleteOne)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/operations/delete-snapshot.ts
async function deleteOne({ id, snapshot }, { journal, vps }, patience = {}) {
	const name = fullName({
		id,
		snapshot
	});
	const change = journal.changed(`The deletion of ${name} was requested.`);
	try {
		const outcome = await vps.deleteSnapshot(id, patience);
		change.text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(name)} was deleted.`;
		if (outcome === "absent") journal.takeBack(change);
		else journal.deleted(id, snapshot?.server.id);
		return outcome;
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d && error.fate !== "unknown") journal.takeBack(change);
		throw error;
	}
}
function fullName({ id, snapshot }) {
	return snapshot ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)}` : `snapshot ${id}`;
}



/***/ }),

/***/ 116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ inventoryLine)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(727);


// src/report/inventory.ts
function inventoryLine(snapshot, now) {
	const age = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now);
	return [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot),
		(0,_id_js__WEBPACK_IMPORTED_MODULE_1__.l)(snapshot.status, 40),
		...snapshot.sizeMb === null ? [] : [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot.sizeMb)],
		...age === void 0 ? [] : [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(age)} old`]
	].join(", ");
}



/***/ }),

/***/ 265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isOurs),
/* harmony export */   i: () => (/* binding */ isOfRun),
/* harmony export */   n: () => (/* binding */ description),
/* harmony export */   o: () => (/* binding */ readMark),
/* harmony export */   r: () => (/* binding */ generatedName),
/* harmony export */   s: () => (/* binding */ sameNonce),
/* harmony export */   t: () => (/* binding */ defaultWords)
/* harmony export */ });
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(727);

// src/rules/ownership.ts
const longestDescription = 200;
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
function description(words, origin) {
	const mark = markOf(origin);
	const room = longestDescription - mark.length - 1;
	const text = words.replace(/\s+/g, " ").trim();
	const kept = text.length <= room ? text : `${(0,_id_js__WEBPACK_IMPORTED_MODULE_0__.d)(text, room - 1)}…`;
	return kept ? `${kept} ${mark}` : ` ${mark}`;
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



/***/ }),

/***/ 867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ windowMs),
/* harmony export */   c: () => (/* binding */ settling),
/* harmony export */   i: () => (/* binding */ watchSnapshots),
/* harmony export */   l: () => (/* binding */ Watch),
/* harmony export */   n: () => (/* binding */ visibleServers),
/* harmony export */   o: () => (/* binding */ creating),
/* harmony export */   r: () => (/* binding */ watchServers),
/* harmony export */   s: () => (/* binding */ restoring),
/* harmony export */   t: () => (/* binding */ times)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/waiting/poller.ts
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
			if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.y) return;
			if (!isPassing(error)) throw error;
			if (clock.now() < deadline) onTrouble(error);
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
// src/waiting/schedule.ts
const creating = {
	first: [
		2,
		5,
		10,
		15
	].map(seconds),
	plausible: 18e4,
	usual: 6e5
};
const restoring = {
	first: [
		.5,
		2,
		5,
		10
	].map(seconds),
	plausible: 3e5,
	usual: 9e5
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
	usual: 6e5
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
	return number * 1e3;
}
// src/reading/pollers.ts
const betweenLooks = { patienceMs: 5e3 };
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
	return pollIntervalMs === void 0 ? usual : 10 * pollIntervalMs;
}
async function visibleServers(deps) {
	try {
		return await deps.vps.listServers(deps.planning);
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.c && error.status === 403) return void 0;
		throw error;
	}
}
function watch(deps, look) {
	return new Watch({
		look,
		isPassing: (error) => error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d && error.passing,
		onTrouble: (error) => deps.log.info(`${String(error.message)}. Looking again soon.`),
		clock: deps.clock,
		deadline: deps.deadline,
		signal: deps.signal
	});
}



/***/ }),

/***/ 185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Heartbeat)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

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
	return elapsed <= usual ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)} (usually ${documented})` : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}



/***/ }),

/***/ 712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ adoption),
/* harmony export */   n: () => (/* binding */ untilComplete),
/* harmony export */   r: () => (/* binding */ confirmed),
/* harmony export */   t: () => (/* binding */ Keeper)
/* harmony export */ });
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(727);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(950);
/* harmony import */ var _pollers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(867);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(265);
/* harmony import */ var _settled_snapshots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(437);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(185);
/* harmony import */ var _snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(157);








// src/rules/adoption.ts
function adoption(request, snapshots) {
	const fresh = snapshots.filter((snapshot) => snapshot.server.id === request.serverId && !request.before.has(snapshot.id)).sort(_id_js__WEBPACK_IMPORTED_MODULE_6__.n);
	const [ours] = madeBy(request, fresh);
	if (ours) return {
		is: "ours",
		snapshot: ours
	};
	const namesake = fresh.find((snapshot) => snapshot.name === request.name && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__.o)(snapshot.description) === null);
	return namesake ? {
		is: "ambiguous",
		snapshot: namesake
	} : { is: "none" };
}
function madeBy(request, snapshots) {
	return snapshots.filter((snapshot) => snapshot.server.id === request.serverId && isFrom(request, snapshot)).sort(_id_js__WEBPACK_IMPORTED_MODULE_6__.n);
}
function isFrom(request, snapshot) {
	const mark = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__.o)(snapshot.description);
	if (mark) return (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__.s)(mark.nonce, request.mark.nonce);
	return snapshot.name === request.name && request.name === (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__.r)(request.mark, request.serverId);
}
function twinsOf(snapshot, snapshots) {
	const mark = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__.o)(snapshot.description);
	return snapshots.filter((other) => {
		if (other.id === snapshot.id || other.server.id !== snapshot.server.id) return false;
		const its = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__.o)(other.description);
		if (mark && its) return (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__.s)(mark.nonce, its.nonce);
		return !mark && !its && other.name === snapshot.name && /^gha-.*-[0-9a-f]{6}$/.test(other.name);
	}).sort(_id_js__WEBPACK_IMPORTED_MODULE_6__.n);
}
// src/operations/verify-snapshots.ts
async function confirmed(complete, pace, deps) {
	const agrees = (list) => complete.every((snapshot) => changedSince(snapshot, list) === void 0);
	const { list } = await (0,_settled_snapshots_js__WEBPACK_IMPORTED_MODULE_3__.n)(agrees, pace, deps);
	const failures = complete.flatMap((snapshot) => changedSince(snapshot, list) ?? []);
	if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(failures, complete.length);
	deps.journal.counted(complete.map(({ server }) => server.id), list);
	const kept = [];
	for (const snapshot of complete) kept.push(await withoutTwins(snapshot, list, deps));
	return kept;
}
function changedSince(snapshot, list) {
	const now = list.find(({ id }) => id === snapshot.id);
	if (now?.status === "completed" && now.server.id === snapshot.server.id && now.name === snapshot.name) return void 0;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Snapshot changed",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)} was complete, and a moment later the list shows ${now ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(now)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(now.server)}, ${now.status}` : "it no more"}.`,
		next: "Someone else works on this server’s snapshots. Let one deploy at a time run per server (concurrency), and run again."
	});
}
async function withoutTwins(snapshot, list, deps) {
	const twins = twinsOf(snapshot, list);
	const keeper = twins.find(({ id, status }) => (0,_id_js__WEBPACK_IMPORTED_MODULE_6__.n)({ id }, snapshot) < 0 && status === "completed") ?? snapshot;
	for (const surplus of [snapshot, ...twins].filter(({ id }) => id !== keeper.id)) {
		const text = `A lost answer led to ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(surplus)} beside ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(keeper)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(keeper.server)}.`;
		if (!isMadeHere(surplus, deps.origin)) {
			deps.journal.warning("One snapshot too many", `${text} It was made by another run; delete it if nobody needs it.`);
			continue;
		}
		try {
			await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.t)({
				id: surplus.id,
				snapshot: surplus
			}, deps);
			deps.log.info(`${text} It was deleted again.`);
		} catch (error) {
			const problem = error instanceof Error ? error.message : String(error);
			deps.signal.throwIfAborted();
			deps.journal.warning("One snapshot too many", `${text} It could not be deleted (${problem}): delete it by hand.`);
		}
	}
	return keeper;
}
function isMadeHere(snapshot, origin) {
	return (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__.i)((0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__.o)(snapshot.description), origin) || snapshot.name === (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__.r)(origin, snapshot.server.id);
}
// src/operations/wait-until-complete.ts
async function untilComplete(awaited, watch, inputs, deps) {
	const { log, clock } = deps;
	const startedAt = clock.now();
	const heartbeat = new _progress_js__WEBPACK_IMPORTED_MODULE_4__.t(log, clock, _pollers_js__WEBPACK_IMPORTED_MODULE_2__.o);
	const open = awaited.map((target) => ({
		...target,
		sightings: _snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__.i,
		unfamiliar: new Set()
	}));
	const complete = new Map();
	const judge = (list, elapsed) => {
		const failures = [];
		for (const target of open.filter(({ id }) => !complete.has(id))) {
			const snapshot = list.find(({ id }) => id === target.id);
			target.sightings = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__.t)(target.sightings, snapshot);
			const standing = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__.n)(snapshot, target.sightings, elapsed);
			if (snapshot) target.entry.learn({
				snapshot,
				server: snapshot.server
			});
			if (standing === "complete" && snapshot) {
				complete.set(target.id, snapshot);
				target.entry.learn({
					tookMs: elapsed,
					completeAt: clock.date()
				});
				log.info(`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)} is complete.`);
			} else if (standing === "unfamiliar" && snapshot && !target.unfamiliar.has(snapshot.status)) {
				target.unfamiliar.add(snapshot.status);
				log.info(`Snapshot ${target.id} has the status "${(0,_id_js__WEBPACK_IMPORTED_MODULE_6__.l)(snapshot.status, 40)}", which is not documented. Waiting on.`);
			} else if (isEnd(standing)) failures.push(failed(target, standing, snapshot));
		}
		if (failures.length > 0) return {
			is: "failed",
			failure: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(failures, awaited.length)
		};
		heartbeat.beat(`${complete.size} of ${awaited.length} complete`);
		if (complete.size < awaited.length) return { is: "pending" };
		return {
			is: "reached",
			found: awaited.flatMap(({ id }) => complete.get(id) ?? [])
		};
	};
	const end = await watch.ask({
		next: (0,_pollers_js__WEBPACK_IMPORTED_MODULE_2__.t)(_pollers_js__WEBPACK_IMPORTED_MODULE_2__.o, inputs, deps),
		judge
	});
	if (end.is === "reached") return end.found;
	if (end.is === "failed") throw end.failure;
	const late = open.filter(({ id }) => !complete.has(id));
	throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(late.map((target) => stillGoing(target, clock.now() - startedAt)), awaited.length);
}
function isEnd(standing) {
	return standing === "failed" || standing === "lost" || standing === "gone";
}
function failed(target, standing, snapshot) {
	const remark = {
		failed: `ended as "${(0,_id_js__WEBPACK_IMPORTED_MODULE_6__.l)(snapshot?.status ?? "", 40)}" at VPS.org`,
		lost: "was never seen in the list of snapshots",
		gone: "was deleted by someone else while this step waited for it"
	}[standing];
	target.entry.learn({
		result: "failed",
		remark
	});
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Snapshot not complete",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(nameOf(target))} ${remark}.`,
		next: {
			failed: `It cannot be restored from. Delete it (mode: delete, snapshot_id: ${target.id}) and run again; ask VPS.org support if that repeats.`,
			lost: "Check the id, and that the token belongs to the same account.",
			gone: "Let one deploy at a time run per server (concurrency), and run again."
		}[standing]
	});
}
function stillGoing(target, elapsed) {
	const status = (0,_id_js__WEBPACK_IMPORTED_MODULE_6__.l)(target.entry.facts.snapshot?.status ?? "not in the list yet", 40);
	const remark = `was not complete after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)}; its status is ${status}`;
	target.entry.learn({
		result: "timed_out",
		remark
	});
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Snapshot not complete in time",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(nameOf(target))} ${remark}.`,
		next: `It goes on at VPS.org. Wait on with mode: wait and snapshot_id: ${target.id}, look with mode: list, or raise timeout_minutes.`
	});
}
function nameOf({ id, server, entry }) {
	const { snapshot } = entry.facts;
	const owner = snapshot?.server ?? server;
	return `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot ?? {
		id,
		name: ""
	})}${owner ? ` of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(owner)}` : ""}`;
}
// src/state/saved-state.ts
function newTarget(facts) {
	return {
		server: null,
		name: null,
		id: null,
		refused: false,
		requestedAt: null,
		completeAt: null,
		slotsUsed: null,
		...facts
	};
}
// src/state/recorder.ts
var Keeper = class {
	#custody;
	#deps;
	#needed;
	constructor({ made, targets, inputs }, deps) {
		const requestedAt = made ? deps.clock.date().toISOString() : null;
		this.#deps = deps;
		this.#needed = _index_js__WEBPACK_IMPORTED_MODULE_0__.h.some((ending) => !(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(inputs.policies[ending]));
		this.#custody = {
			version: 1,
			nonce: deps.origin.nonce,
			apiUrl: inputs.apiUrl,
			made,
			succeeded: false,
			confirmed: false,
			targets: targets.map((facts) => newTarget({
				requestedAt,
				...facts,
				server: identity(facts.server)
			}))
		};
		deps.journal.whenDone = () => this.#succeeded();
		this.#save();
	}
	answered(index, { id }) {
		this.#learn(index, { id });
	}
	refused(index) {
		this.#learn(index, { refused: true });
	}
	confirmed(snapshots, completeAt) {
		for (const [index, { id, name, server, createdAt }] of snapshots.entries()) {
			const before = this.#custody.targets[index];
			Object.assign(before ?? {}, {
				id,
				name,
				server: identity(server),
				completeAt: completeAt[index]?.toISOString() ?? null,
				requestedAt: before?.requestedAt ?? createdAt
			});
		}
		this.#custody.confirmed = true;
		this.#save();
	}
	#succeeded() {
		for (const target of this.#custody.targets) target.slotsUsed = (target.server && this.#deps.journal.slots.get(target.server.id)) ?? null;
		this.#custody.succeeded = true;
		this.#save();
	}
	#learn(index, facts) {
		Object.assign(this.#custody.targets[index] ?? {}, facts);
		this.#save();
	}
	#save() {
		if (this.#deps.saveCustody(JSON.stringify(this.#custody)) || !this.#needed) return;
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
			title: "State not saved",
			message: "GITHUB_STATE could not be written, so the post step would not know which snapshot to look after.",
			next: "Check the disk of the runner. Without a policy (on_success, on_failure, on_cancelled) the step needs no state."
		});
	}
};
function identity(server) {
	return server ? {
		id: server.id,
		...server.name === void 0 ? {} : { name: server.name }
	} : null;
}



/***/ }),

/***/ 437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ settledList),
/* harmony export */   t: () => (/* binding */ hasAll)
/* harmony export */ });
/* harmony import */ var _pollers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(867);

// src/reading/settled-snapshots.ts
async function settledList(agrees, pace, deps) {
	let list = await deps.vps.listSnapshots(deps.planning);
	if (agrees(list)) return {
		list,
		agrees: true,
		timedOut: false
	};
	const window = (0,_pollers_js__WEBPACK_IMPORTED_MODULE_0__.a)(2e4, pace);
	const end = await (0,_pollers_js__WEBPACK_IMPORTED_MODULE_0__.i)(deps).ask({
		next: (0,_pollers_js__WEBPACK_IMPORTED_MODULE_0__.t)(_pollers_js__WEBPACK_IMPORTED_MODULE_0__.c, pace, deps),
		judge(seen, elapsed) {
			list = seen;
			return agrees(seen) || elapsed >= window ? {
				is: "reached",
				found: void 0
			} : { is: "pending" };
		}
	});
	return {
		list,
		agrees: agrees(list),
		timedOut: end.is !== "reached"
	};
}
function hasAll(ids, list) {
	return ids.every((id) => list.some((snapshot) => snapshot.id === id));
}



/***/ }),

/***/ 157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ unsighted),
/* harmony export */   n: () => (/* binding */ standingOf),
/* harmony export */   r: () => (/* binding */ standingOfWord),
/* harmony export */   t: () => (/* binding */ sight)
/* harmony export */ });
// src/rules/snapshot-status.ts
const unsighted = {
	seen: false,
	absences: 0
};
const failureWords = new Set([
	"failed",
	"failure",
	"error",
	"errored",
	"aborted",
	"cancelled",
	"canceled"
]);
function sight(before, snapshot) {
	return snapshot ? {
		seen: true,
		absences: 0
	} : {
		seen: before.seen,
		absences: before.absences + 1
	};
}
function standingOf(snapshot, sightings, elapsed) {
	if (snapshot) return standingOfWord(snapshot.status);
	if (sightings.seen) return sightings.absences >= 3 ? "gone" : "unseen";
	return elapsed >= 12e4 ? "lost" : "unseen";
}
function standingOfWord(status) {
	if (status === "completed") return "complete";
	if (status === "in_progress") return "in_progress";
	return failureWords.has(status) ? "failed" : "unfamiliar";
}



/***/ })

};
