export const id = 831;
export const ids = [831];
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

/***/ 185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Heartbeat)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

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
	return elapsed <= usual ? `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)} (usually ${documented})` : `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}



/***/ }),

/***/ 712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ adoption),
/* harmony export */   n: () => (/* binding */ waitUntilComplete),
/* harmony export */   r: () => (/* binding */ verifySnapshots),
/* harmony export */   t: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(950);
/* harmony import */ var _snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(157);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(835);
/* harmony import */ var _settled_snapshots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(437);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(185);






// src/rules/adoption.ts
function adoption(request, snapshots) {
	const fresh = snapshots.filter((snapshot) => snapshot.server.id === request.serverId && !request.before.has(snapshot.id)).sort(_start_js__WEBPACK_IMPORTED_MODULE_0__.C);
	const [ours] = madeBy(request, fresh);
	if (ours) return {
		is: "ours",
		snapshot: ours
	};
	const namesake = fresh.find((snapshot) => snapshot.name === request.name && (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.d)(snapshot.description) === null);
	return namesake ? {
		is: "ambiguous",
		snapshot: namesake
	} : { is: "none" };
}
function madeBy(request, snapshots) {
	return snapshots.filter((snapshot) => snapshot.server.id === request.serverId && isFrom(request, snapshot)).sort(_start_js__WEBPACK_IMPORTED_MODULE_0__.C);
}
function isFrom(request, snapshot) {
	const mark = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.d)(snapshot.description);
	if (mark) return (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.f)(mark.nonce, request.mark.nonce);
	return snapshot.name === request.name && request.name === (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.c)(request.mark, request.serverId);
}
function twinsOf(snapshot, snapshots) {
	const mark = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.d)(snapshot.description);
	return snapshots.filter((other) => {
		if (other.id === snapshot.id || other.server.id !== snapshot.server.id) return false;
		const its = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.d)(other.description);
		if (mark && its) return (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.f)(mark.nonce, its.nonce);
		return !mark && !its && other.name === snapshot.name && /^gha-.*-[0-9a-f]{6}$/.test(other.name);
	}).sort(_start_js__WEBPACK_IMPORTED_MODULE_0__.C);
}
// src/operations/verify-snapshots.ts
async function verifySnapshots(complete, deps) {
	const agrees = (shown) => complete.every((snapshot) => changedSince(snapshot, shown) === void 0);
	const { list } = await (0,_settled_snapshots_js__WEBPACK_IMPORTED_MODULE_4__.n)(agrees, deps);
	const failures = complete.flatMap((snapshot) => changedSince(snapshot, list) ?? []);
	if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.L)(failures, complete.length);
	deps.journal.counted(complete.map(({ server }) => server.id), list);
	const kept = [];
	for (const snapshot of complete) kept.push(await withoutTwins(snapshot, list, deps));
	return kept;
}
function changedSince(snapshot, list) {
	const now = list.find(({ id }) => id === snapshot.id);
	if (now && (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.t)(now.status) && now.server.id === snapshot.server.id && now.name === snapshot.name) return void 0;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.N({
		title: "Snapshot changed",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot.server)} was complete, and a moment later the list shows ${now ? `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(now)} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(now.server)}, ${now.status}` : "it no more"}.`,
		next: "Someone else works on this server’s snapshots. Let one deploy at a time run per server (concurrency), and run again."
	});
}
async function withoutTwins(snapshot, list, deps) {
	const twins = twinsOf(snapshot, list);
	const original = twins.find((twin) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(twin, snapshot) < 0 && (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.t)(twin.status)) ?? snapshot;
	for (const surplus of [snapshot, ...twins].filter(({ id }) => id !== original.id)) {
		const text = `A lost answer led to ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(surplus)} beside ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(original)} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(original.server)}.`;
		const left = isMadeHere(surplus, deps.origin) ? await deletedAgain(surplus, deps) : "It was made by another run; delete it if nobody needs it.";
		if (left === void 0) deps.log.info(`${text} It was deleted again.`);
		else deps.journal.warning("One snapshot too many", `${text} ${left}`);
	}
	return original;
}
async function deletedAgain(surplus, deps) {
	try {
		await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.t)({ listed: surplus }, deps);
		return;
	} catch (error) {
		deps.signal.throwIfAborted();
		const { message } = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.N && error.cause instanceof Error ? error.cause : error;
		return `It could not be deleted (${message}): delete it by hand.`;
	}
}
function isMadeHere(snapshot, origin) {
	return (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.l)((0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.d)(snapshot.description), origin) || snapshot.name === (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.c)(origin, snapshot.server.id);
}
// src/operations/wait-until-complete.ts
async function waitUntilComplete(awaited, deps) {
	const { log, clock } = deps;
	const startedAt = clock.now();
	const heartbeat = new _progress_js__WEBPACK_IMPORTED_MODULE_5__.t(log, clock, _schedule_js__WEBPACK_IMPORTED_MODULE_3__.i);
	const open = awaited.map((target) => ({
		...target,
		sightings: _snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.a,
		unfamiliar: new Set()
	}));
	const complete = new Map();
	const judge = (list, elapsed) => {
		const looks = open.filter(({ id }) => !complete.has(id)).map((target) => ({
			target,
			...look(target, list, elapsed)
		}));
		for (const { target, standing, snapshot } of looks) {
			if (snapshot && standing === "complete") {
				complete.set(target.id, snapshot);
				learnComplete(target, {
					snapshot,
					elapsed
				}, deps);
			}
			if (snapshot && standing === "unfamiliar") tellOnce(target, snapshot.status, deps);
		}
		const failures = looks.flatMap((one) => isEnd(one.standing) ? failed(one, one.standing) : []);
		if (failures.length > 0) return {
			is: "failed",
			failure: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.L)(failures, awaited.length)
		};
		heartbeat.beat(`${complete.size} of ${awaited.length} complete`);
		if (complete.size < awaited.length) return { is: "pending" };
		return {
			is: "reached",
			found: awaited.flatMap(({ id }) => complete.get(id) ?? [])
		};
	};
	const end = await deps.snapshots.ask({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_3__.i,
		judge
	});
	if (end.is === "reached") return end.found;
	if (end.is === "failed") throw end.failure;
	const late = open.filter(({ id }) => !complete.has(id));
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.L)(late.map((target) => stillGoing(target, clock.now() - startedAt)), awaited.length);
}
function look(target, list, elapsed) {
	const snapshot = list.find(({ id }) => id === target.id);
	target.sightings = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.n)(target.sightings, snapshot);
	if (snapshot) target.entry.learn({
		snapshot,
		server: snapshot.server
	});
	return {
		snapshot,
		standing: (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot, target.sightings, elapsed)
	};
}
function learnComplete({ entry }, { snapshot, elapsed }, { clock, log }) {
	entry.learn({
		tookMs: elapsed,
		completeAt: clock.date()
	});
	log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot.server)} is complete.`);
}
function tellOnce({ id, unfamiliar }, status, { log }) {
	if (unfamiliar.has(status)) return;
	unfamiliar.add(status);
	log.info(`Snapshot ${id} has the status "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(status, 40)}", which is not documented. Waiting on.`);
}
function isEnd(standing) {
	return standing === "failed" || standing === "lost" || standing === "gone";
}
function failed({ target, snapshot }, standing) {
	const remark = {
		failed: `ended as "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(snapshot?.status ?? "", 40)}" at VPS.org`,
		lost: "was never seen in the list of snapshots",
		gone: "was deleted by someone else while this step waited for it"
	}[standing];
	target.entry.learn({
		result: "failed",
		remark
	});
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.N({
		title: "Snapshot not complete",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(nameOf(target))} ${remark}.`,
		next: {
			failed: `It cannot be restored from. Delete it (mode: delete, snapshot_id: ${target.id}) and run again; ask VPS.org support if that repeats.`,
			lost: "Check the id, and that the token belongs to the same account.",
			gone: "Let one deploy at a time run per server (concurrency), and run again."
		}[standing]
	});
}
function stillGoing(target, elapsed) {
	const status = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(target.entry.facts.snapshot?.status ?? "not in the list yet", 40);
	const remark = `was not complete after ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)}; its status is ${status}`;
	target.entry.learn({
		result: "timed_out",
		remark
	});
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.F({
		title: "Snapshot not complete in time",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(nameOf(target))} ${remark}.`,
		next: `It goes on at VPS.org. Wait on with mode: wait and snapshot_id: ${target.id}, look with mode: list, or raise timeout_minutes.`
	});
}
function nameOf({ id, server, entry }) {
	const { snapshot } = entry.facts;
	const owner = snapshot?.server ?? server;
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot ?? {
		id,
		name: ""
	})}${owner ? ` of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(owner)}` : ""}`;
}
// src/state/saved-state.ts
function newTarget(known) {
	return {
		server: null,
		name: null,
		request: "open",
		requestedAt: null,
		completeAt: null,
		slotsUsed: null,
		...known
	};
}
// src/state/recorder.ts
var Recorder = class {
	#state;
	#deps;
	#needed;
	constructor({ made, targets, inputs }, deps) {
		const requestedAt = made ? deps.clock.date().toISOString() : null;
		this.#deps = deps;
		this.#needed = _start_js__WEBPACK_IMPORTED_MODULE_0__.j.some((ending) => !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.M)(inputs.policies[ending]));
		this.#state = {
			version: 2,
			nonce: deps.origin.nonce,
			apiUrl: inputs.apiUrl,
			made,
			succeeded: false,
			confirmed: false,
			targets: targets.map((known) => newTarget({
				requestedAt,
				...known,
				server: identity(known.server ?? null)
			}))
		};
		this.#save();
	}
	learnId(index, id) {
		this.#learn(index, { request: { id } });
	}
	refused(index) {
		this.#learn(index, { request: "refused" });
	}
	confirm(snapshots, completeAt) {
		for (const [index, { id, name, server, createdAt }] of snapshots.entries()) {
			const target = this.#state.targets[index];
			if (!target) continue;
			target.request = { id };
			target.name = name;
			target.server = identity(server);
			target.completeAt = completeAt[index]?.toISOString() ?? null;
			target.requestedAt ??= createdAt;
		}
		this.#state.confirmed = true;
		this.#save();
	}
	succeed() {
		for (const target of this.#state.targets) target.slotsUsed = (target.server && this.#deps.journal.slots.get(target.server.id)) ?? null;
		this.#state.succeeded = true;
		this.#save();
	}
	#learn(index, news) {
		Object.assign(this.#state.targets[index] ?? {}, news);
		this.#save();
	}
	#save() {
		if (this.#deps.saveState(JSON.stringify(this.#state)) || !this.#needed) return;
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.N({
			title: "State not saved",
			message: "GITHUB_STATE could not be written, so the post step would not know which snapshot to look after.",
			next: "Check the disk of the runner. Without a policy (on_success, on_failure, on_cancelled) the step needs no state."
		});
	}
};
function identity(server) {
	return server && {
		id: server.id,
		...server.name === void 0 ? {} : { name: server.name }
	};
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



/***/ }),

/***/ 831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wait: () => (/* binding */ wait)
/* harmony export */ });
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(712);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(708);
/* harmony import */ var _selection_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(899);



// src/modes/wait.ts
const wait = {
	prepare(inputs, deps) {
		const targets = inputs.selection.ids.map((id) => ({ request: { id } }));
		new _recorder_js__WEBPACK_IMPORTED_MODULE_0__.t({
			made: false,
			targets,
			inputs
		}, deps);
	},
	async look(_inputs, deps) {
		return {
			snapshots: await deps.vps.listSnapshots(deps.planning),
			origin: deps.origin,
			now: deps.vps.now()
		};
	},
	plan({ snapshots, origin, now }, { selection }) {
		const refusal = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_2__.n)(selection, snapshots, origin).problems, now);
		if (refusal) return refusal;
		return {
			steps: selection.ids.map((id) => ({
				do: "wait",
				subject: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.h)(snapshots, id)
			})),
			annotations: []
		};
	},
	async perform({ steps }, { inputs }, deps) {
		deps.log.group("Waiting until complete");
		const awaited = steps.map(({ subject }) => ({
			entry: deps.journal.enter((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.y)(subject)),
			id: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(subject),
			server: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.m)(subject)?.server
		}));
		const targets = steps.map(({ subject }) => targetOf(subject, inputs));
		const recorder = new _recorder_js__WEBPACK_IMPORTED_MODULE_0__.t({
			made: false,
			targets,
			inputs
		}, deps);
		const complete = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_0__.n)(awaited, deps);
		checkServers(complete, inputs, deps.vps.now());
		const kept = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_0__.r)(complete, deps);
		for (const [index, snapshot] of kept.entries()) awaited[index]?.entry.learn({
			id: snapshot.id,
			snapshot,
			result: "ready"
		});
		recorder.confirm(kept, awaited.map(({ entry }) => entry.facts.completeAt));
		return {
			seal: () => recorder.succeed(),
			rollback: kept.map(({ id }) => id)
		};
	}
};
function targetOf(subject, { selection }) {
	const [only, ...others] = selection.servers;
	const expected = only !== void 0 && others.length === 0 ? { id: only } : null;
	const snapshot = (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.m)(subject);
	return {
		request: { id: (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(subject) },
		server: snapshot?.server ?? expected,
		name: snapshot?.name ?? null
	};
}
function checkServers(complete, { selection }, now) {
	const { problems } = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_2__.n)(selection, complete, { repository: "" });
	const refusal = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_2__.t)(problems, now);
	if (refusal) throw refusal;
}



/***/ })

};
