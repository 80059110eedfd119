export const id = 420;
export const ids = [420];
export const modules = {

/***/ 950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ deleteSnapshot),
/* harmony export */   r: () => (/* binding */ unlessNotNow),
/* harmony export */   t: () => (/* binding */ NotGone)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(965);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(765);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(835);




// src/operations/not-now.ts
async function unlessNotNow(ask, again, deps) {
	const { clock, deadline, log, pace } = deps;
	const until = clock.now() + (again.patienceMs ?? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.v)(deadline - clock.now()));
	for (let growing = 5e3;; growing = Math.min(2 * growing, 6e4)) try {
		return await ask();
	} catch (error) {
		if (!(error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_2__.y && error.isNotNow)) throw error;
		const asked = error.retryAfterMs ?? 0;
		const left = until - clock.now();
		if (left <= 0 || asked > left) throw error;
		log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(error.message)} ${again.saying}`);
		await again.pause(Math.max(Math.min((0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, growing), left), asked), until);
	}
}
// src/operations/delete-snapshot.ts
async function deleteSnapshot(subject, deps, patience = {}) {
	const { journal } = deps;
	const id = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)(subject);
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(subject);
	journal.doubt("delete", id, `The deletion of ${name} was requested.`);
	try {
		if (await requestWhenIdle(id, patience, deps) === "absent") {
			journal.takeBack("delete", id);
			return "already_absent";
		}
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a)) throw error;
		if (error.fate !== "unknown") journal.takeBack("delete", id);
		throw notDeleted((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(name), error);
	}
	await gone(subject, patience, deps);
	journal.settle("delete", id, `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(name)} was deleted.`);
	journal.deleted(id, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.l)(subject)?.server.id);
	return "deleted";
}
function requestWhenIdle(id, patience, deps) {
	return unlessNotNow(() => deps.vps.deleteSnapshot(id, patience), {
		patienceMs: patience.whenBusyMs,
		saying: `Waiting until snapshot ${id} can be deleted.`,
		pause: (pause, until) => untilIdle(id, {
			pause,
			until
		}, deps)
	}, deps);
}
async function untilIdle(id, { pause, until }, deps) {
	const { clock, signal } = deps;
	const isUnder = (all) => all.some((one) => one.id === id && (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.x)(one.status));
	const since = clock.now();
	const list = await oneLook(deps);
	if (!list || !isUnder(list)) {
		await clock.sleep(since + pause - clock.now(), signal);
		return;
	}
	const patienceMs = until - clock.now();
	await deps.snapshots.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.a,
		patienceMs,
		isSo: (later) => !isUnder(later)
	});
}
async function oneLook(deps) {
	try {
		return await (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.E)(deps);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a && error.passing)) throw error;
		return;
	}
}
async function gone(subject, { isForSlot }, deps) {
	const id = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)(subject);
	const { clock, deadline, pace } = deps;
	const windowMs = Math.min((0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 12e4), Math.max(0, deadline - clock.now()));
	const { so, seen, timedOut } = await deps.snapshots.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.i,
		windowMs,
		isSo: (list) => (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.c)(list) && !list.some((one) => one.id === id) && !(isForSlot === true && (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.l)(list).includes(id))
	});
	if (so) return;
	const words = {
		title: "Deletion accepted, not gone",
		message: `The deletion of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(subject)} was accepted, and ${seen ? "the lists still show it" : "no list could be had since"}${timedOut ? "" : ` after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__.n)(windowMs)}`}.`,
		next: "It takes a slot until it is gone. Look again in some minutes with mode: list, or at VPS.org."
	};
	throw timedOut ? new _start_js__WEBPACK_IMPORTED_MODULE_0__.j(words) : new NotGone(words);
}
var NotGone = class extends _start_js__WEBPACK_IMPORTED_MODULE_0__.k {};
function notDeleted(name, error) {
	return error.fate === "unknown" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Deletion not certain",
		message: `${name} may or may not have been deleted.`
	}) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Not deleted",
		message: `${name} was not deleted.`
	});
}



/***/ }),

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

/***/ 420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prune: () => (/* binding */ prune)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(950);
/* harmony import */ var _run_liveness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(815);
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(982);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(387);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(965);






// src/rules/retention.ts
function fatesOf(ofServer, known) {
	const { origin } = known;
	const ranked = ofServer.filter(({ status, createdAt }) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__.y)(status) && createdAt !== null).filter((snapshot) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__.f)(snapshot, origin)).sort(_age_js__WEBPACK_IMPORTED_MODULE_4__.r);
	return ofServer.toSorted(_age_js__WEBPACK_IMPORTED_MODULE_4__.r).map((snapshot) => {
		const spared = sparedBecause(snapshot, {
			rank: ranked.indexOf(snapshot),
			ofServer
		}, known);
		return {
			snapshot,
			stays: spared !== void 0,
			why: spared ?? goesBecause(snapshot)
		};
	});
}
function sparedBecause(snapshot, { rank, ofServer }, known) {
	const { retention, origin, now } = known;
	if (!(0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__.f)(snapshot, origin)) return `not made by ${origin.repository}`;
	const standing = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__.w)(snapshot.status);
	if (standing === "failed") return (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot, ofServer, known);
	if (standing !== "complete") return "not complete yet";
	const age = (0,_age_js__WEBPACK_IMPORTED_MODULE_4__.t)(snapshot, now);
	if (age === void 0) return "of unknown age";
	if (rank === 0) return "the newest";
	if (retention.keepLast !== void 0 && rank < retention.keepLast) return `one of the last ${retention.keepLast}`;
	if (retention.keepWithinMs !== void 0 && age <= retention.keepWithinMs) return "younger than keep_within";
	return (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot, ofServer, known);
}
function goesBecause(snapshot) {
	return (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__.w)(snapshot.status) === "failed" ? "failed, and its run is over" : "neither keep_last nor keep_within keeps it";
}
// src/modes/prune.ts
const prune = {
	async look(inputs, deps) {
		const snapshots = await deps.vps.listSnapshots(deps.planning);
		const servers = await (0,_owners_js__WEBPACK_IMPORTED_MODULE_3__.r)(inputs.servers, deps);
		const seen = {
			wanted: await deps.vps.serverIds(inputs.servers),
			servers,
			snapshots,
			origin: deps.origin,
			now: deps.vps.now()
		};
		const couldGo = stepsFor({
			...seen,
			runs: _run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.n
		}, inputs).filter((step) => step.do === "delete");
		const runs = await (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.t)(couldGo.flatMap(({ subject }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.l)(subject) ?? []), deps);
		return {
			...seen,
			runs
		};
	},
	plan(seen, inputs) {
		const { wanted, servers, snapshots } = seen;
		const unknown = wanted.filter((id) => servers && !servers.some((server) => server.id === id));
		const refusal = (unknown.length > 0 ? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__.i)(unknown, servers ?? []) : void 0) ?? ((0,_owners_js__WEBPACK_IMPORTED_MODULE_3__.t)(seen) ? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__.r)("mode: prune") : void 0) ?? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__.t)(snapshots, "nothing is deleted");
		if (refusal) return refusal;
		return {
			steps: stepsFor(seen, inputs),
			annotations: []
		};
	},
	async perform({ steps }, { seen }, deps) {
		const { journal, log } = deps;
		journal.counted(seen.wanted, seen.snapshots);
		log.group("Keeping");
		for (const step of steps) if (step.do === "keep") keep(step, deps);
		log.group("Deleting");
		const doomed = steps.filter((step) => step.do === "delete");
		const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)(doomed.map((step) => remove(step, deps)));
		if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(failures, doomed.length);
		return { result: "pruned" };
	}
};
function stepsFor({ wanted, snapshots, ...known }, { retention }) {
	return wanted.flatMap((server) => fatesOf((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(server, snapshots), {
		...known,
		retention
	}).map(({ snapshot, stays, why }) => ({
		do: stays ? "keep" : "delete",
		subject: { listed: snapshot },
		why
	})));
}
function keep({ subject, why }, { journal, log }) {
	journal.enter({
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.n)(subject),
		result: "kept",
		remark: why ?? ""
	});
	log.info(`Kept: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(subject)} (${why}).`);
}
async function remove({ subject, why }, deps) {
	const entry = deps.journal.enter({
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.n)(subject),
		remark: why ?? ""
	});
	try {
		const outcome = await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.n)(subject, deps);
		entry.learn({ result: outcome });
		const word = outcome === "already_absent" ? "Gone already" : "Deleted";
		deps.log.info(`${word}: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(subject)} (${why}).`);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.k) entry.learn({
			result: error.ending,
			remark: error.message
		});
		throw error;
	}
}



/***/ }),

/***/ 815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ youngDeploys),
/* harmony export */   n: () => (/* binding */ everyRunOver),
/* harmony export */   r: () => (/* binding */ neededBy),
/* harmony export */   t: () => (/* binding */ askForRuns)
/* harmony export */ });
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(387);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(965);


// src/rules/liveness.ts
const everyRunOver = () => ({ is: "over" });
function neededBy(snapshot, ofServer, { runs, origin, now }) {
	const mark = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.g)(snapshot.description);
	if (mark === null) return "nobody knows which run made it";
	if ((0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.u)(mark, origin)) return neededByRerun(snapshot, ofServer, origin);
	if ((0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.d)(mark, origin)) return "this run made it";
	if (isTooOldToLive(snapshot, now)) return void 0;
	const run = runs(mark.runId);
	if (run.is === "over") return void 0;
	return run.is === "going_on" ? `run ${mark.runId} is going on` : `run ${mark.runId} may be going on: ${run.why}`;
}
function neededByRerun(snapshot, ofServer, origin) {
	const [newest] = ofServer.filter(({ status, description }) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.y)(status) && (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.u)((0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.g)(description), origin)).sort(_age_js__WEBPACK_IMPORTED_MODULE_0__.r);
	return newest?.id === snapshot.id ? "an earlier attempt of this run made it" : void 0;
}
function runsToAsk(snapshots, origin, now) {
	const others = snapshots.filter((snapshot) => !isTooOldToLive(snapshot, now)).map(({ description }) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.g)(description)).filter((mark) => mark !== null && !(0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.d)(mark, origin));
	return [...new Set(others.map(({ runId }) => runId))];
}
function isTooOldToLive(snapshot, now) {
	return ((0,_age_js__WEBPACK_IMPORTED_MODULE_0__.t)(snapshot, now) ?? 0) > 3024e6;
}
function youngDeploys(snapshots, { wanted, origin, now }) {
	return snapshots.filter((snapshot) => {
		const mark = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.g)(snapshot.description);
		const age = (0,_age_js__WEBPACK_IMPORTED_MODULE_0__.t)(snapshot, now) ?? Number.POSITIVE_INFINITY;
		return (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.y)(snapshot.status) && age < 216e5 && wanted.includes(snapshot.server.id) && (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.f)(snapshot, origin) && !(0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.d)(mark, origin);
	});
}
// src/reading/run-liveness.ts
async function askForRuns(snapshots, deps) {
	const ids = runsToAsk(snapshots, deps.origin, deps.vps.now());
	if (ids.length === 0) return () => notAsked;
	const github = await deps.github();
	const answers = await Promise.all(ids.map(async (id) => [id, await inTime(github.livenessOf(id), deps)]));
	deps.signal.throwIfAborted();
	for (const [id, answer] of answers) deps.log.debug(`Run ${id}: ${inWords(answer)}.`);
	const unknown = answers.find(([, answer]) => answer.is === "unknown")?.[1];
	if (unknown?.is === "unknown") deps.log.info(`Not every run could be asked for (${unknown.why}), so its snapshots are kept.`);
	const known = new Map(answers);
	return (runId) => known.get(runId) ?? notAsked;
}
const notAsked = {
	is: "unknown",
	why: "it was not asked for"
};
const tooLate = {
	is: "unknown",
	why: "GitHub did not answer in time"
};
function inWords(answer) {
	if (answer.is === "unknown") return `unknown, for ${answer.why}`;
	return answer.is === "over" ? "over" : `going on${answer.onlyApprovals ? ", but for approvals" : ""}`;
}
async function inTime(answer, { clock, deadline, signal }) {
	const over = new AbortController();
	const late = clock.sleep(Math.max(0, deadline - clock.now()), AbortSignal.any([signal, over.signal])).then(() => tooLate);
	late.catch(() => {});
	try {
		return await Promise.race([answer, late]);
	} finally {
		over.abort();
	}
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



/***/ })

};
