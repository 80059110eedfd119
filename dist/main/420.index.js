export const id = 420;
export const ids = [420];
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

/***/ 420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prune: () => (/* binding */ prune)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(950);
/* harmony import */ var _run_liveness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(815);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(265);
/* harmony import */ var _snapshot_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(157);
/* harmony import */ var _together_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(380);






// src/rules/retention.ts
function fatesOf(ofServer, situation) {
	const { origin } = situation;
	const ranked = ofServer.filter(({ status, createdAt }) => status === "completed" && createdAt !== null).filter((snapshot) => (0,_ownership_js__WEBPACK_IMPORTED_MODULE_5__.a)(snapshot, origin)).sort(_index_js__WEBPACK_IMPORTED_MODULE_0__.o);
	return ofServer.toSorted(_index_js__WEBPACK_IMPORTED_MODULE_0__.o).map((snapshot) => {
		const spared = sparedBecause(snapshot, ranked.indexOf(snapshot), situation);
		return {
			snapshot,
			keep: spared !== void 0,
			why: spared ?? goesBecause(snapshot)
		};
	});
}
function sparedBecause(snapshot, rank, situation) {
	const { retention, runs, origin, now } = situation;
	if (!(0,_ownership_js__WEBPACK_IMPORTED_MODULE_5__.a)(snapshot, origin)) return `not made by ${origin.repository}`;
	const standing = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_3__.r)(snapshot.status);
	if (standing === "failed") return (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot, runs, origin, now);
	if (standing !== "complete") return "not complete yet";
	const age = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now);
	if (age === void 0) return "of unknown age";
	if (rank === 0) return "the newest";
	if (retention.keepLast !== void 0 && rank < retention.keepLast) return `one of the last ${retention.keepLast}`;
	if (retention.keepWithinMs !== void 0 && age <= retention.keepWithinMs) return "younger than keep_within";
	return (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot, runs, origin, now);
}
function goesBecause(snapshot) {
	return (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_3__.r)(snapshot.status) === "failed" ? "failed, and its run is over" : "neither keep_last nor keep_within keeps it";
}
// src/modes/prune.ts
const prune = {
	async look(inputs, deps) {
		const seen = {
			snapshots: await deps.vps.listSnapshots(deps.planning),
			origin: deps.origin,
			now: deps.vps.now()
		};
		const couldGo = stepsFor({
			...seen,
			runs: _run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.n
		}, inputs).filter((step) => step.do === "delete");
		return {
			...seen,
			runs: await (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.t)(couldGo.flatMap(({ snapshot }) => snapshot ?? []), deps)
		};
	},
	plan(seen, inputs) {
		return {
			steps: stepsFor(seen, inputs),
			remarks: []
		};
	},
	async perform({ steps }, { servers }, deps, { snapshots }) {
		const { journal, log } = deps;
		journal.result = "pruned";
		journal.counted(servers, snapshots);
		log.group("Keeping");
		for (const step of steps) if (step.do === "keep") keep(step, deps);
		log.group("Deleting");
		const doomed = steps.filter((step) => step.do === "delete");
		const failures = await (0,_together_js__WEBPACK_IMPORTED_MODULE_4__.t)(doomed.map((step) => remove(step, deps)));
		if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(failures, doomed.length);
	}
};
function stepsFor({ snapshots, ...situation }, { servers, retention }) {
	return servers.flatMap((server) => {
		return fatesOf(snapshots.filter((snapshot) => snapshot.server.id === server), {
			...situation,
			retention
		}).map(({ snapshot, keep, why }) => ({
			do: keep ? "keep" : "delete",
			id: snapshot.id,
			snapshot,
			why
		}));
	});
}
function keep({ id, snapshot, why }, { journal, log }) {
	journal.enter({
		id,
		result: "kept",
		remark: why ?? "",
		...snapshot && {
			snapshot,
			server: snapshot.server
		}
	});
	log.info(`Kept: ${(0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.n)({
		id,
		snapshot
	})} (${why}).`);
}
async function remove(step, deps) {
	const { id, snapshot, why } = step;
	const entry = deps.journal.enter({
		id,
		remark: why ?? "",
		...snapshot && {
			snapshot,
			server: snapshot.server
		}
	});
	const name = (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.n)({
		id,
		snapshot
	});
	try {
		const outcome = await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.t)({
			id,
			snapshot
		}, deps);
		entry.learn({ result: outcome === "absent" ? "already_absent" : "deleted" });
		deps.log.info(`${outcome === "absent" ? "Gone already" : "Deleted"}: ${name} (${why}).`);
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d)) throw error;
		entry.learn({
			result: "failed",
			remark: error.message
		});
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
			title: "Not deleted",
			message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(name)} was not deleted. ${error.message}.`,
			next: error.hint,
			cause: error
		});
	}
}



/***/ }),

/***/ 815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ everyRunOver),
/* harmony export */   r: () => (/* binding */ neededBy),
/* harmony export */   t: () => (/* binding */ askForRuns)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(265);


// src/rules/liveness.ts
const everyRunOver = () => ({ is: "over" });
function neededBy(snapshot, runs, origin, now) {
	const mark = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_1__.o)(snapshot.description);
	if (mark === null) return "nobody knows which run made it";
	if ((0,_ownership_js__WEBPACK_IMPORTED_MODULE_1__.i)(mark, origin)) return "this run made it";
	if (isTooOldToLive(snapshot, now)) return void 0;
	const run = runs(mark.runId);
	if (run.is === "over") return void 0;
	return run.is === "going_on" ? `run ${mark.runId} is going on` : `run ${mark.runId} may be going on: ${run.why}`;
}
function runsToAsk(snapshots, origin, now) {
	const others = snapshots.filter((snapshot) => !isTooOldToLive(snapshot, now)).map(({ description }) => (0,_ownership_js__WEBPACK_IMPORTED_MODULE_1__.o)(description)).filter((mark) => mark !== null && !(0,_ownership_js__WEBPACK_IMPORTED_MODULE_1__.i)(mark, origin));
	return [...new Set(others.map(({ runId }) => runId))];
}
function isTooOldToLive(snapshot, now) {
	return ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now) ?? 0) > 3024e6;
}
// src/reading/run-liveness.ts
async function askForRuns(snapshots, deps) {
	const ids = runsToAsk(snapshots, deps.origin, deps.vps.now());
	if (ids.length === 0) return () => notAsked;
	const github = await deps.github();
	const answers = await Promise.all(ids.map(async (id) => [id, await github.livenessOf(id)]));
	deps.signal.throwIfAborted();
	const unknown = answers.find(([, answer]) => answer.is === "unknown")?.[1];
	if (unknown?.is === "unknown") deps.log.info(`Not every run could be asked for (${unknown.why}), so its snapshots are kept.`);
	const known = new Map(answers);
	return (runId) => known.get(runId) ?? notAsked;
}
const notAsked = {
	is: "unknown",
	why: "it was not asked for"
};



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



/***/ }),

/***/ 380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ failuresOf)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/modes/together.ts
async function failuresOf(tasks) {
	return (await Promise.allSettled(tasks)).flatMap((outcome) => {
		if (outcome.status === "fulfilled") return [];
		if (!(outcome.reason instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__._)) throw outcome.reason;
		return [outcome.reason];
	});
}



/***/ })

};
