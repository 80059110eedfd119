export const id = 420;
export const ids = [420];
export const modules = {

/***/ 950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ deleteSnapshot)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

// src/operations/delete-snapshot.ts
async function deleteSnapshot(subject, { journal, vps }, patience = {}) {
	const id = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(subject);
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(subject);
	journal.doubt("delete", id, `The deletion of ${name} was requested.`);
	try {
		if (await vps.deleteSnapshot(id, patience) === "absent") {
			journal.takeBack("delete", id);
			return "already_absent";
		}
		journal.settle("delete", id, `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(name)} was deleted.`);
		journal.deleted(id, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(subject)?.server.id);
		return "deleted";
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u)) throw error;
		if (error.fate !== "unknown") journal.takeBack("delete", id);
		throw notDeleted((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(name), error);
	}
}
function notDeleted(name, error) {
	return error.fate === "unknown" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(error, {
		title: "Deletion not certain",
		message: `${name} may or may not have been deleted.`
	}) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(error, {
		title: "Not deleted",
		message: `${name} was not deleted.`
	});
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
/* harmony import */ var _snapshot_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(157);




// src/rules/retention.ts
function fatesOf(ofServer, known) {
	const { origin } = known;
	const ranked = ofServer.filter(({ status, createdAt }) => (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_3__.t)(status) && createdAt !== null).filter((snapshot) => (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_3__.u)(snapshot, origin)).sort(_start_js__WEBPACK_IMPORTED_MODULE_0__.o);
	return ofServer.toSorted(_start_js__WEBPACK_IMPORTED_MODULE_0__.o).map((snapshot) => {
		const spared = sparedBecause(snapshot, ranked.indexOf(snapshot), known);
		return {
			snapshot,
			stays: spared !== void 0,
			why: spared ?? goesBecause(snapshot)
		};
	});
}
function sparedBecause(snapshot, rank, known) {
	const { retention, origin, now } = known;
	if (!(0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_3__.u)(snapshot, origin)) return `not made by ${origin.repository}`;
	const standing = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_3__.i)(snapshot.status);
	if (standing === "failed") return (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot, known);
	if (standing !== "complete") return "not complete yet";
	const age = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now);
	if (age === void 0) return "of unknown age";
	if (rank === 0) return "the newest";
	if (retention.keepLast !== void 0 && rank < retention.keepLast) return `one of the last ${retention.keepLast}`;
	if (retention.keepWithinMs !== void 0 && age <= retention.keepWithinMs) return "younger than keep_within";
	return (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot, known);
}
function goesBecause(snapshot) {
	return (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_3__.i)(snapshot.status) === "failed" ? "failed, and its run is over" : "neither keep_last nor keep_within keeps it";
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
		const runs = await (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_2__.t)(couldGo.flatMap(({ subject }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(subject) ?? []), deps);
		return {
			...seen,
			runs
		};
	},
	plan(seen, inputs) {
		return {
			steps: stepsFor(seen, inputs),
			annotations: []
		};
	},
	async perform({ steps }, { inputs, seen }, deps) {
		const { journal, log } = deps;
		journal.counted(inputs.servers, seen.snapshots);
		log.group("Keeping");
		for (const step of steps) if (step.do === "keep") keep(step, deps);
		log.group("Deleting");
		const doomed = steps.filter((step) => step.do === "delete");
		const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.I)(doomed.map((step) => remove(step, deps)));
		if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.L)(failures, doomed.length);
		return { result: "pruned" };
	}
};
function stepsFor({ snapshots, ...known }, { servers, retention }) {
	return servers.flatMap((server) => fatesOf((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.x)(server, snapshots), {
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
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)(subject),
		result: "kept",
		remark: why ?? ""
	});
	log.info(`Kept: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(subject)} (${why}).`);
}
async function remove({ subject, why }, deps) {
	const entry = deps.journal.enter({
		...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)(subject),
		remark: why ?? ""
	});
	try {
		const outcome = await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.t)(subject, deps);
		entry.learn({ result: outcome });
		const word = outcome === "already_absent" ? "Gone already" : "Deleted";
		deps.log.info(`${word}: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(subject)} (${why}).`);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.N) entry.learn({
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
/* harmony export */   n: () => (/* binding */ everyRunOver),
/* harmony export */   r: () => (/* binding */ neededBy),
/* harmony export */   t: () => (/* binding */ askForRuns)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(157);


// src/rules/liveness.ts
const everyRunOver = () => ({ is: "over" });
function neededBy(snapshot, { runs, origin, now }) {
	const mark = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__.d)(snapshot.description);
	if (mark === null) return "nobody knows which run made it";
	if ((0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__.l)(mark, origin)) return "this run made it";
	if (isTooOldToLive(snapshot, now)) return void 0;
	const run = runs(mark.runId);
	if (run.is === "over") return void 0;
	return run.is === "going_on" ? `run ${mark.runId} is going on` : `run ${mark.runId} may be going on: ${run.why}`;
}
function runsToAsk(snapshots, origin, now) {
	const others = snapshots.filter((snapshot) => !isTooOldToLive(snapshot, now)).map(({ description }) => (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__.d)(description)).filter((mark) => mark !== null && !(0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__.l)(mark, origin));
	return [...new Set(others.map(({ runId }) => runId))];
}
function isTooOldToLive(snapshot, now) {
	return ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now) ?? 0) > 3024e6;
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
/* harmony export */   a: () => (/* binding */ unsighted),
/* harmony export */   c: () => (/* binding */ generatedName),
/* harmony export */   d: () => (/* binding */ readMark),
/* harmony export */   f: () => (/* binding */ sameNonce),
/* harmony export */   i: () => (/* binding */ standingOfWord),
/* harmony export */   l: () => (/* binding */ isOfRun),
/* harmony export */   n: () => (/* binding */ sight),
/* harmony export */   o: () => (/* binding */ defaultWords),
/* harmony export */   r: () => (/* binding */ standingOf),
/* harmony export */   s: () => (/* binding */ description),
/* harmony export */   t: () => (/* binding */ isComplete),
/* harmony export */   u: () => (/* binding */ isOurs)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

// src/rules/ownership.ts
const longestDescription = 200;
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
function description(words, origin) {
	const mark = markOf(origin);
	const room = longestDescription - mark.length - 1;
	const text = words.replace(/\s+/g, " ").trim();
	const kept = text.length <= room ? text : `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.A)(text, room - 1)}…`;
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
// src/rules/snapshot-status.ts
const unsighted = {
	seen: false,
	absences: 0
};
const completeWords = new Set(["completed"]);
const progressWords = new Set(["in_progress"]);
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
function isComplete(status) {
	return standingOfWord(status) === "complete";
}
function standingOfWord(status) {
	if (completeWords.has(status)) return "complete";
	if (progressWords.has(status)) return "in_progress";
	return failureWords.has(status) ? "failed" : "unfamiliar";
}



/***/ })

};
