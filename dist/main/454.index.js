export const id = 454;
export const ids = [454];
export const modules = {

/***/ 454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   create: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(950);
/* harmony import */ var _snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(157);
/* harmony import */ var _visible_servers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(155);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(712);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(835);
/* harmony import */ var _run_liveness_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(815);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(116);








// src/operations/free-slots.ts
async function freeSlots(steps, deps) {
	if (steps.length === 0) return;
	deps.log.group("Making room");
	const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.I)(steps.map((step) => freeSlot(step, deps)));
	if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.L)(failures, steps.length);
}
async function freeSlot({ subject, why }, deps) {
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(subject));
	try {
		if (await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.t)(subject, deps) === "already_absent") deps.log.info(`${name} was gone already.`);
		else deps.journal.notice("Oldest snapshot deleted", `${name} was deleted to make room (${why}).`);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.N && error.cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u)) throw error;
		throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(error.cause, {
			title: "No room made",
			message: `${name} could not be deleted to make room, so no new snapshot was requested.`
		});
	}
}
// src/operations/request-snapshot.ts
async function requestSnapshot(order, before, deps) {
	const { server, name, description } = order;
	const granted = await (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_3__.r)({
		act: "create",
		id: server.id,
		send: () => deps.vps.createSnapshot({
			serverId: server.id,
			name,
			description
		}),
		find: (windowMs) => found(order, {
			before,
			windowMs
		}, deps),
		tries: 3,
		pauseMs: () => 0,
		lateWindowMs: 12e4,
		words: {
			doubt: `A snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)} may have been requested.`,
			looking: "Looking whether the snapshot was made all the same.",
			refused: (error) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(error, noneOf(order), _start_js__WEBPACK_IMPORTED_MODULE_0__.P),
			refusedLate: (error) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(error, noneOf(order)),
			uncertain: (error, requests) => uncertain(order, error, requests)
		}
	}, deps);
	const { made, repeated } = granted;
	const more = repeated ? `, after a request whose answer was lost: there may be a second one named ${name}` : "";
	const text = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(made))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(made.server)} was requested${more}.`;
	deps.journal.settle("create", server.id, text);
	if (made.server.id === server.id) return granted;
	throw wrongServer(order, made);
}
async function found(order, { before, windowMs }, deps) {
	const unsettled = {
		serverId: order.server.id,
		name: order.name,
		mark: deps.origin,
		before: new Set(before.map(({ id }) => id))
	};
	const { seen, timedOut } = await deps.snapshots.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_5__.r,
		windowMs,
		isSo: (list) => (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__.i)(unsettled, list).is === "ours"
	});
	if (timedOut) throw outOfTime(order);
	const shown = (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__.i)(unsettled, seen ?? []);
	if (shown.is === "ambiguous") throw ambiguous(order, shown.snapshot);
	return shown.is === "ours" ? shown.snapshot : void 0;
}
function noneOf({ server }) {
	return {
		title: "No snapshot",
		message: `No snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)}.`
	};
}
function wrongServer({ server }, snapshot) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.N({
		title: "Wrong server",
		message: `VPS.org was asked for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)} and answered with ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot)} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot.server)}.`,
		next: "Do not deploy. Look at both servers at VPS.org, and tell its support."
	});
}
function ambiguous({ server }, snapshot) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.N({
		title: "Snapshot not certain",
		message: `The answer to the request for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)} was lost. ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot))} appeared meanwhile, but without this run’s mark, so it may be another job’s.`,
		next: "Look at it at VPS.org, delete it if nobody needs it, and run again. Without the input name, names are unique and this cannot happen."
	});
}
function outOfTime({ server, name }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.F({
		title: "Snapshot not certain",
		message: `The answer to the request for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)} was lost, and the time set by timeout_minutes was over before it showed whether the snapshot was made.`,
		next: `Look at VPS.org for a snapshot named ${name} before you run again, and raise timeout_minutes.`
	});
}
function uncertain({ server, name }, error, requests) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(error, {
		title: "Snapshot not certain",
		message: `No clear answer to ${requests === 1 ? "the request" : `${requests} requests`} for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)}, and none of them shows in the list.`,
		next: `Look at VPS.org for a snapshot named ${name} before you run again.`
	});
}
// src/operations/request-snapshots.ts
async function requestSnapshots(orders, { snapshots, servers, recorder }, deps) {
	const { journal, log } = deps;
	const entries = orders.map(({ server }) => {
		const status = servers?.find(({ id }) => id === server.id)?.status;
		const remark = status !== void 0 && (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_3__.o)(status) ? { remark: "taken while the server was running" } : {};
		return journal.enter({
			server,
			...remark
		});
	});
	const outcomes = await Promise.allSettled(orders.map(async (order, index) => {
		const { made: snapshot, adopted, repeated } = await requestSnapshot(order, snapshots, deps);
		const { server } = order;
		recorder.learnId(index, snapshot.id);
		const entry = entries[index];
		entry?.learn({
			id: snapshot.id,
			snapshot,
			server,
			adopted
		});
		const how = adopted ? "found in the list after its answer was lost" : "requested";
		log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)}: ${how}.`);
		return entry && {
			entry,
			id: snapshot.id,
			server,
			snapshot,
			repeated
		};
	}));
	const failures = outcomes.flatMap((outcome, index) => {
		if (outcome.status === "fulfilled") return [];
		if (!(outcome.reason instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.N)) throw outcome.reason;
		if (outcome.reason instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.P) recorder.refused(index);
		entries[index]?.learn({
			result: outcome.reason.ending,
			remark: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(outcome.reason.message)
		});
		return [outcome.reason];
	});
	if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.L)(failures, orders.length);
	return outcomes.flatMap((outcome) => outcome.status === "fulfilled" && outcome.value || []);
}
function warnOfLostMarks(requested, deps) {
	const unmarked = requested.filter(({ snapshot }) => (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.d)(snapshot.description) === null);
	if (unmarked.length === 0) return;
	deps.journal.warning("Mark lost", `VPS.org did not keep the description of ${unmarked.map(({ snapshot }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot)).join(", ")}, so nothing later can tell that this repository made it.`);
}
function warnOfPossibleTwins(requested, { wait, name }, { journal }) {
	const inDoubt = requested.filter(({ snapshot, repeated }) => repeated && (!wait || name && (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.d)(snapshot.description) === null));
	for (const { snapshot } of inDoubt) journal.warning("Perhaps one snapshot too many", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot.server)} was requested again after an answer was lost. If another one named ${snapshot.name} appears beside it, delete that by hand.`);
}
// src/rules/quota.ts
function roomFor(wanted, seen) {
	return wanted.filter(({ id }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.b)(id, seen.snapshots)).map((server) => ({
		server,
		...freeing((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.x)(server.id, seen.snapshots), seen)
	}));
}
function freeable(servers, seen) {
	return servers.filter((id) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.b)(id, seen.snapshots)).flatMap((id) => candidates((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.x)(id, seen.snapshots), {
		...seen,
		runs: _run_liveness_js__WEBPACK_IMPORTED_MODULE_6__.n
	}));
}
function freeing(all, known) {
	const needed = Math.max(0, all.length - 5 + 1);
	const doomed = candidates(all, known).slice(0, needed);
	const spared = all.flatMap((snapshot) => {
		const why = whyKept(snapshot, known);
		return why === void 0 ? [] : [{
			snapshot,
			why
		}];
	});
	return {
		doomed,
		enough: doomed.length === needed,
		spared
	};
}
function candidates(all, known) {
	return all.filter((snapshot) => whyKept(snapshot, known) === void 0).sort(firstToGo);
}
function whyKept(snapshot, known) {
	const { origin, now } = known;
	if (!(0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.u)(snapshot, origin)) return `not made by ${origin.repository}`;
	const standing = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.i)(snapshot.status);
	if (standing !== "complete" && standing !== "failed") return "not complete yet";
	if (standing === "complete" && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now) === void 0) return "of unknown age";
	return (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_6__.r)(snapshot, known);
}
function firstToGo(one, other) {
	const failed = (snapshot) => (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.i)(snapshot.status) === "failed" ? 0 : 1;
	return failed(one) - failed(other) || (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(other, one);
}
// src/modes/create/create-look.ts
async function createLook(inputs, deps) {
	const servers = await (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_3__.t)(deps);
	const seen = {
		servers: servers && !inputs.dryRun ? await (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_3__.n)(inputs.servers, servers, deps) : servers,
		snapshots: await deps.vps.listSnapshots(deps.planning),
		origin: deps.origin,
		now: deps.vps.now()
	};
	const couldGo = inputs.atLimit === "delete_oldest" ? freeable(inputs.servers, seen) : [];
	return {
		...seen,
		runs: await (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_6__.t)(couldGo, deps)
	};
}
// src/modes/create/create-plan.ts
function createPlan(seen, inputs) {
	const servers = inputs.servers.map((id) => seen.servers?.find((server) => server.id === id) ?? { id });
	const room = inputs.atLimit === "delete_oldest" ? roomFor(servers, seen) : [];
	const refusal = createRefusal(seen, servers, room);
	if (refusal) return refusal;
	const words = inputs.description ?? (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.o)(seen.origin);
	const deletions = room.flatMap(({ doomed }) => doomed).map(deletion);
	const creations = servers.map((server) => ({
		do: "create",
		server,
		name: inputs.name ?? (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.c)(seen.origin, server.id),
		description: (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.s)(words, seen.origin)
	}));
	return {
		steps: [...deletions, ...creations],
		annotations: createAnnotations(seen, servers)
	};
}
function deletion(snapshot) {
	return {
		do: "delete",
		subject: { listed: snapshot },
		why: "the server has no free slot, and at_limit is delete_oldest"
	};
}
function createRefusal(seen, wanted, room) {
	const { servers, snapshots } = seen;
	const stuck = wanted.filter(({ id }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.b)(id, snapshots)).filter(({ id }) => !room.some(({ server, enough }) => server.id === id && enough));
	return (servers && (unknownServers(servers, wanted) ?? suspendedServers(servers, wanted))) ?? fullServers(stuck, seen, room);
}
function createAnnotations({ servers, snapshots, origin }, wanted) {
	const unlisted = {
		level: "notice",
		title: "Servers not visible",
		text: "The token may not list servers, so it was not checked whether the server exists and is not being restored."
	};
	const foreign = snapshots.filter((snapshot) => (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.i)(snapshot.status) === "in_progress" && wanted.some(({ id }) => id === snapshot.server.id) && isOfAnotherRun(snapshot, origin));
	return [...servers ? [] : [unlisted], ...foreign.map(anotherDeploy)];
}
function anotherDeploy(snapshot) {
	const { id, server } = snapshot;
	const mark = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.d)(snapshot.description);
	return {
		level: "warning",
		title: "Another deploy is under way",
		text: `Snapshot ${id} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)} is in progress for ${mark?.repository} run ${mark?.runId}. Use concurrency, so that one deploy at a time runs per server.`
	};
}
function isOfAnotherRun(snapshot, origin) {
	const mark = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.d)(snapshot.description);
	return mark !== null && !(0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_2__.l)(mark, origin);
}
function unknownServers(servers, wanted) {
	const unknown = wanted.filter(({ id }) => !servers.some((server) => server.id === id));
	if (unknown.length === 0) return void 0;
	const visible = servers.map(_start_js__WEBPACK_IMPORTED_MODULE_0__._).join(", ") || "none";
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.P({
		title: "Server not found",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(unknown.map(_start_js__WEBPACK_IMPORTED_MODULE_0__._).join(", "))} is not among the servers that the token can see: ${visible}.`,
		next: "Check server_id, and that the token belongs to the right account."
	});
}
function suspendedServers(servers, wanted) {
	const suspended = servers.filter(({ id, status }) => (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_3__.c)(status) && wanted.some((server) => server.id === id));
	if (suspended.length === 0) return void 0;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.P({
		title: "Server suspended",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(suspended.map(_start_js__WEBPACK_IMPORTED_MODULE_0__._).join(", "))} is suspended.`,
		next: "Have it released at VPS.org, then run again."
	});
}
function fullServers(full, { snapshots, now }, room) {
	if (full.length === 0) return void 0;
	const spared = new Map(room.flatMap((one) => one.spared.map(({ snapshot, why }) => [snapshot.id, why])));
	const lines = full.flatMap((server) => [`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server))} has no free slot: VPS.org keeps at most 5 snapshots per server.`, ...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.x)(server.id, snapshots).map((snapshot) => {
		const why = spared.get(snapshot.id);
		return `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_7__.t)(snapshot, now)}${why ? `; stays: ${why}` : ""}`;
	})]);
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.P({
		title: "Snapshot limit reached",
		message: lines.join("\n"),
		next: "Delete one that nobody needs any more (mode: delete with its snapshot_id), then run again."
	});
}
// src/modes/create/create.ts
const create = {
	look: createLook,
	plan: createPlan,
	async perform(plan, { inputs, seen }, deps) {
		const { journal, log } = deps;
		const orders = plan.steps.filter((step) => step.do === "create");
		const deletions = plan.steps.filter((step) => step.do === "delete");
		const targets = orders.map(({ server, name }) => ({
			server,
			name
		}));
		const recorder = new _recorder_js__WEBPACK_IMPORTED_MODULE_4__.t({
			made: true,
			targets,
			inputs
		}, deps);
		try {
			await freeSlots(deletions, deps);
		} catch (error) {
			for (const index of orders.keys()) recorder.refused(index);
			throw error;
		}
		log.group(`Requesting ${orders.length === 1 ? "the snapshot" : `${orders.length} snapshots`}`);
		const requested = await requestSnapshots(orders, {
			...seen,
			recorder
		}, deps);
		warnOfLostMarks(requested, deps);
		warnOfPossibleTwins(requested, inputs, deps);
		const seal = () => recorder.succeed();
		if (!inputs.wait) {
			for (const { entry } of requested) entry.learn({ result: "requested" });
			const left = seen.snapshots.filter(({ id }) => !journal.deletedIds.includes(id));
			journal.counted(inputs.servers, [...left, ...requested.map(({ snapshot }) => snapshot)]);
			return { seal };
		}
		log.group("Waiting until complete");
		const complete = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__.n)(requested, deps);
		const kept = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__.r)(complete, deps);
		for (const [index, snapshot] of kept.entries()) requested[index]?.entry.learn({
			id: snapshot.id,
			snapshot,
			result: "created"
		});
		recorder.confirm(kept, requested.map(({ entry }) => entry.facts.completeAt));
		return {
			seal,
			rollback: kept.map(({ id }) => id)
		};
	}
};



/***/ }),

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

/***/ 155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isRestoring),
/* harmony export */   c: () => (/* binding */ isSuspended),
/* harmony export */   i: () => (/* binding */ isFailed),
/* harmony export */   n: () => (/* binding */ waitUntilIdle),
/* harmony export */   o: () => (/* binding */ isRunning),
/* harmony export */   r: () => (/* binding */ untilClear),
/* harmony export */   s: () => (/* binding */ isStopped),
/* harmony export */   t: () => (/* binding */ visibleServers)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(835);


// src/rules/server-status.ts
const runningWords = new Set(["active"]);
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
// src/operations/unclear-request.ts
async function untilClear(request, deps) {
	const { words } = request;
	for (let requests = 1;; requests++) {
		const repeated = requests > 1;
		const answer = await sendUntilItLeaves(request.send, deps);
		if ("made" in answer) return {
			made: answer.made,
			adopted: false,
			repeated
		};
		const { trouble } = answer;
		if (!repeated && trouble.fate !== "unknown") throw words.refused(trouble);
		const leaveAloneUntil = deps.clock.now() + askedPauseMs(trouble);
		const made = await found(request, {
			trouble,
			requests
		}, deps);
		if (made !== void 0) return {
			made,
			adopted: true,
			repeated
		};
		const next = Math.max(deps.clock.now() + request.pauseMs(requests), leaveAloneUntil);
		if (requests === request.tries || next >= deps.deadline) throw words.uncertain(trouble, requests);
		await deps.clock.sleep(next - deps.clock.now(), deps.signal);
	}
}
async function found({ act, id, find, words, lateWindowMs }, { trouble, requests }, deps) {
	deps.journal.doubt(act, id, words.doubt);
	if (!find) throw words.uncertain(trouble, requests);
	deps.log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(trouble.message)} ${words.looking}`);
	const refusedNow = trouble.fate === "refused";
	const made = await find((0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__.a)(deps.pace, refusedNow ? lateWindowMs : 2e4));
	if (made === void 0 && refusedNow) throw words.refusedLate(trouble);
	return made;
}
async function sendUntilItLeaves(send, deps) {
	const giveUp = Math.min(deps.clock.now() + 12e4, deps.deadline);
	for (let pause = 500;; pause = Math.min(2 * pause, 1e4)) try {
		return { made: await send() };
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u)) throw error;
		if (!(error.fate === "not_sent" && error.passing && deps.clock.now() + pause < giveUp)) return { trouble: error };
		deps.log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(error.message)} It was not sent; trying again soon.`);
		await deps.clock.sleep(pause, deps.signal);
	}
}
function askedPauseMs(error) {
	return error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.s ? error.retryAfterMs ?? 0 : 0;
}
// src/operations/wait-until-idle.ts
function busyServers(wanted, servers) {
	return servers.filter(({ id, status }) => wanted.includes(id) && isRestoring(status));
}
async function idleServers(wanted, servers, deps) {
	const [first] = busyServers(wanted, servers);
	if (!first) return servers;
	deps.log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(first))} is being restored. Waiting for that to end first.`);
	const end = await deps.servers.ask({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_1__.n,
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
	const name = first ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(first)) : "The server";
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.P({
		title: "Server busy",
		message: `${name} was still being restored after ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(deps.clock.now() - startedAt)}.`,
		next: "Run again when it is back, or raise timeout_minutes."
	}, "timed_out");
}
// src/reading/visible-servers.ts
async function visibleServers(deps) {
	try {
		return await deps.vps.listServers(deps.planning);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.s && error.status === 403) return void 0;
		throw error;
	}
}



/***/ })

};
