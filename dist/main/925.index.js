export const id = 925;
export const ids = [925];
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

/***/ 925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deleteMode: () => (/* binding */ deleteMode)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(950);
/* harmony import */ var _settled_snapshots_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(437);
/* harmony import */ var _selection_refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(899);
/* harmony import */ var _together_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(380);





// src/modes/delete.ts
const deleteMode = {
	async look(inputs, deps) {
		return {
			snapshots: await listWithNamed(inputs, deps),
			origin: deps.origin,
			now: deps.vps.now()
		};
	},
	plan({ snapshots, origin, now }, { choice }) {
		const named = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_3__.n)(choice, snapshots, origin);
		const refusal = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_3__.t)(named.problems, now);
		if (refusal) return refusal;
		return {
			steps: (choice.by === "id" ? choice.ids : named.snapshots.map(({ id }) => id)).map((id) => ({
				do: "delete",
				id,
				snapshot: snapshots.find((one) => one.id === id)
			})),
			remarks: []
		};
	},
	async perform({ steps }, inputs, deps, { snapshots }) {
		deps.log.group("Deleting");
		deps.journal.counted(new Set(steps.flatMap(({ snapshot }) => snapshot?.server.id ?? [])), snapshots);
		const failures = await (0,_together_js__WEBPACK_IMPORTED_MODULE_4__.t)(steps.map((step) => remove(step, inputs, deps)));
		if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(failures, steps.length);
	}
};
async function listWithNamed({ choice, pollIntervalMs }, deps) {
	if (choice.by !== "id" || choice.servers.length === 0) return deps.vps.listSnapshots(deps.planning);
	const settled = await (0,_settled_snapshots_js__WEBPACK_IMPORTED_MODULE_2__.n)((list) => (0,_settled_snapshots_js__WEBPACK_IMPORTED_MODULE_2__.t)(choice.ids, list), { pollIntervalMs }, deps);
	if (!settled.timedOut) return settled.list;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Snapshot not found in time",
		message: `Not every list shows snapshot ${choice.ids.join(", ")}, so the server cannot be checked; the time set by timeout_minutes was over before that was certain.`,
		next: "Raise timeout_minutes."
	});
}
async function remove(step, inputs, deps) {
	const { journal, log } = deps;
	const { id, snapshot } = step;
	const entry = journal.enter(snapshot ? {
		server: snapshot.server,
		id,
		snapshot
	} : { id });
	const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.n)(step));
	try {
		const outcome = isUnchecked(step, inputs) ? "absent" : await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.t)(step, deps);
		if (outcome === "absent") await confirmAbsence(step, inputs, deps);
		entry.learn({ result: outcome === "absent" ? "already_absent" : "deleted" });
		if (outcome === "deleted") log.info(`${name} is deleted.`);
		else journal.notice("Already gone", `${name} does not exist (any more). Nothing was deleted.`);
	} catch (error) {
		const failure = told(error, name);
		entry.learn({
			result: failure.ending,
			remark: failure.message
		});
		throw failure;
	}
}
function isUnchecked({ snapshot }, { choice }) {
	return snapshot === void 0 && choice.servers.length > 0;
}
async function confirmAbsence(step, inputs, deps) {
	if ((await (0,_settled_snapshots_js__WEBPACK_IMPORTED_MODULE_2__.n)((list) => !(0,_settled_snapshots_js__WEBPACK_IMPORTED_MODULE_2__.t)([step.id], list), inputs, deps)).agrees) return;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Not deleted",
		message: `VPS.org says that it does not know ${(0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.n)(step)}, and still lists it.`,
		next: "Look at it at VPS.org, and run again."
	});
}
function told(error, name) {
	if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__._) return error;
	if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d)) throw error;
	const isUnclear = error.fate === "unknown";
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: isUnclear ? "Deletion not certain" : "Not deleted",
		message: `${name} ${isUnclear ? "may or may not have been deleted" : "was not deleted"}. ${error.message}.`,
		next: error.hint,
		cause: error
	});
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

/***/ 899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ chosen),
/* harmony export */   t: () => (/* binding */ choiceRefusal)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(265);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(116);



// src/rules/selection.ts
function chosen(choice, snapshots, origin) {
	switch (choice.by) {
		case "id": return chosenById(choice, snapshots);
		case "name": return onePerServer(choice.servers, snapshots, `named ${choice.name}`, (ofServer) => ofServer.filter((snapshot) => snapshot.name === choice.name));
		case "latest": return onePerServer(choice.servers, snapshots, `completed and made by ${origin.repository}`, (ofServer) => ofServer.filter((snapshot) => snapshot.status === "completed" && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__.a)(snapshot, origin)).sort(_index_js__WEBPACK_IMPORTED_MODULE_0__.o).slice(0, 1));
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
// src/modes/selection-refusal.ts
function choiceRefusal(problems, now) {
	if (problems.length === 0) return void 0;
	const lines = problems.flatMap(({ text, candidates }) => [`${text}.`, ...candidates.map((snapshot) => `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__.t)(snapshot, now)}`)]);
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.v({
		title: "Which snapshot?",
		message: lines.join("\n"),
		next: "Name exactly one snapshot per server by its snapshot_id."
	});
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
