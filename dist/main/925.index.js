export const id = 925;
export const ids = [925];
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

/***/ 925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deleteMode: () => (/* binding */ deleteMode)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(950);
/* harmony import */ var _settled_snapshots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(437);
/* harmony import */ var _selection_refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(899);




// src/modes/delete.ts
const deleteMode = {
	async look(inputs, deps) {
		return {
			snapshots: await listWithNamed(inputs, deps),
			origin: deps.origin,
			now: deps.vps.now()
		};
	},
	plan({ snapshots, origin, now }, { selection }) {
		const named = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_3__.n)(selection, snapshots, origin);
		const refusal = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_3__.t)(named.problems, now);
		if (refusal) return refusal;
		return {
			steps: (selection.by === "id" ? selection.ids : named.snapshots.map(({ id }) => id)).map((id) => ({
				do: "delete",
				subject: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)(snapshots, id)
			})),
			annotations: []
		};
	},
	async perform({ steps }, { inputs, seen }, deps) {
		deps.log.group("Deleting");
		const servers = new Set(steps.flatMap(({ subject }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(subject)?.server.id ?? []));
		deps.journal.counted(servers, seen.snapshots);
		const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.I)(steps.map((step) => remove(step, inputs, deps)));
		if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.L)(failures, steps.length);
		return {};
	}
};
async function listWithNamed({ selection }, deps) {
	if (selection.by !== "id" || selection.servers.length === 0) return deps.vps.listSnapshots(deps.planning);
	const settled = await (0,_settled_snapshots_js__WEBPACK_IMPORTED_MODULE_2__.n)((list) => (0,_settled_snapshots_js__WEBPACK_IMPORTED_MODULE_2__.t)(selection.ids, list), deps);
	if (!settled.timedOut) return settled.list;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.F({
		title: "Snapshot not found in time",
		message: `Not every list shows snapshot ${selection.ids.join(", ")}, so the server cannot be checked; the time set by timeout_minutes was over before that was certain.`,
		next: "Raise timeout_minutes."
	});
}
async function remove(step, inputs, deps) {
	const { journal, log } = deps;
	const { subject } = step;
	const entry = journal.enter((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)(subject));
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(subject));
	try {
		const outcome = isUnchecked(step, inputs) ? "already_absent" : await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.t)(subject, deps);
		if (outcome === "already_absent") await confirmAbsence(step, deps);
		entry.learn({ result: outcome });
		if (outcome === "deleted") log.info(`${name} is deleted.`);
		else journal.notice("Already gone", `${name} does not exist (any more). Nothing was deleted.`);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.N) entry.learn({
			result: error.ending,
			remark: error.message
		});
		throw error;
	}
}
function isUnchecked({ subject }, { selection }) {
	return "unlisted" in subject && selection.servers.length > 0;
}
async function confirmAbsence({ subject }, deps) {
	if ((await (0,_settled_snapshots_js__WEBPACK_IMPORTED_MODULE_2__.n)((list) => !(0,_settled_snapshots_js__WEBPACK_IMPORTED_MODULE_2__.t)([(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(subject)], list), deps)).agrees) return;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.N({
		title: "Not deleted",
		message: `VPS.org says that it does not know ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(subject)}, and still lists it.`,
		next: "Look at it at VPS.org, and run again."
	});
}



/***/ }),

/***/ 116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ inventoryLine)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

// src/report/inventory.ts
function inventoryLine(snapshot, now) {
	const age = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now);
	return [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(snapshot.status, 40),
		...snapshot.sizeMb === null ? [] : [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot.sizeMb)],
		...age === void 0 ? [] : [`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(age)} old`]
	].join(", ");
}



/***/ }),

/***/ 835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ windowIn),
/* harmony export */   i: () => (/* binding */ snapshotSchedule),
/* harmony export */   n: () => (/* binding */ restoreSchedule),
/* harmony export */   r: () => (/* binding */ settlingSchedule),
/* harmony export */   t: () => (/* binding */ lookTimes)
/* harmony export */ });
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
function lookTimes(schedule, { intervalMs }, random) {
	return (elapsed) => intervalMs === void 0 ? nextLook(schedule, elapsed, random()) : (Math.floor((elapsed + Math.min(imprecision, intervalMs / 2)) / intervalMs) + 1) * intervalMs;
}
function windowIn({ intervalMs }, usualMs) {
	return intervalMs === void 0 ? usualMs : 10 * intervalMs;
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



/***/ }),

/***/ 899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ selected),
/* harmony export */   t: () => (/* binding */ selectionRefusal)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(157);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(116);



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
			matches: (all) => all.filter((snapshot) => (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__.t)(snapshot.status) && (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__.u)(snapshot, origin)).sort(_start_js__WEBPACK_IMPORTED_MODULE_0__.o).slice(0, 1)
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
		const all = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.x)(server, snapshots);
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
// src/modes/selection-refusal.ts
function selectionRefusal(problems, now) {
	if (problems.length === 0) return void 0;
	const lines = problems.flatMap(({ text, candidates }) => [`${text}.`, ...candidates.map((snapshot) => `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__.t)(snapshot, now)}`)]);
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.P({
		title: "Which snapshot?",
		message: lines.join("\n"),
		next: "Name exactly one snapshot per server by its snapshot_id."
	});
}



/***/ }),

/***/ 437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ settledSnapshots),
/* harmony export */   t: () => (/* binding */ hasAll)
/* harmony export */ });
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(835);

// src/reading/settled-snapshots.ts
async function settledSnapshots(agrees, deps) {
	const list = await deps.vps.listSnapshots(deps.planning);
	if (agrees(list)) return {
		list,
		agrees: true,
		timedOut: false
	};
	const { so, seen, timedOut } = await deps.snapshots.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_0__.r,
		pace: deps.pace,
		windowMs: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_0__.a)(deps.pace, 2e4),
		isSo: agrees
	});
	return {
		list: seen ?? list,
		agrees: so,
		timedOut
	};
}
function hasAll(ids, list) {
	return ids.every((id) => list.some((snapshot) => snapshot.id === id));
}



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
