export const id = 454;
export const ids = [454];
export const modules = {

/***/ 454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   create: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _together_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(380);
/* harmony import */ var _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(950);
/* harmony import */ var _pollers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(867);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(712);
/* harmony import */ var _wait_until_idle_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(238);
/* harmony import */ var _run_liveness_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(815);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(265);
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(727);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(116);
/* harmony import */ var _snapshot_status_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(157);











// src/operations/free-slots.ts
async function makeRoom(steps, deps) {
	if (steps.length === 0) return;
	deps.log.group("Making room");
	const failures = await (0,_together_js__WEBPACK_IMPORTED_MODULE_1__.t)(steps.map((step) => remove(step, deps)));
	if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(failures, steps.length);
}
async function remove(step, deps) {
	const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.n)(step));
	try {
		if (await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_2__.t)(step, deps) === "absent") deps.log.info(`${name} was gone already.`);
		else deps.journal.notice("Oldest snapshot deleted", `${name} was deleted to make room (${step.why}).`);
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d)) throw error;
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
			title: "No room made",
			message: `${name} could not be deleted to make room, so no new snapshot was requested. ${error.message}.`,
			next: error.hint,
			cause: error
		});
	}
}
// src/operations/request-snapshot.ts
async function requestSnapshot(request, deps) {
	const { order } = request;
	let doubt;
	let trouble;
	for (let attempt = 1; attempt <= 3; attempt++) {
		try {
			const { server, name, description } = order;
			const post = () => deps.vps.createSnapshot({
				serverId: server.id,
				name,
				description
			});
			return granted({
				snapshot: await (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_5__.c)(post, deps),
				adopted: false,
				repeated: attempt > 1
			});
		} catch (error) {
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d)) throw error;
			if (error.fate !== "unknown" && doubt === void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.v(refusal(order, error));
			trouble = error;
		}
		const leaveAloneUntil = deps.clock.now() + (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_5__.s)(trouble);
		doubt ??= deps.journal.changed(`A snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(order.server)} may have been requested.`);
		deps.log.info(`${trouble.message}. Looking whether the snapshot was made all the same.`);
		const refusedNow = trouble.fate === "refused";
		const found = await settled(request, refusedNow ? 12e4 : 2e4, deps);
		if (found.is === "ours") return granted({
			snapshot: found.snapshot,
			adopted: true,
			repeated: attempt > 1
		});
		if (found.is === "ambiguous") throw ambiguous(order, found.snapshot);
		if (refusedNow) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__._(refusal(order, trouble));
		await deps.clock.sleep(Math.min(leaveAloneUntil, deps.deadline) - deps.clock.now(), deps.signal);
	}
	throw unknownFate(order, trouble);
	function granted(grant) {
		const { snapshot, repeated } = grant;
		const change = doubt ?? deps.journal.changed("");
		const more = repeated ? `, after a request whose answer was lost: there may be a second one named ${order.name}` : "";
		change.text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)} was requested${more}.`;
		if (snapshot.server.id === order.server.id) return grant;
		throw wrongServer(order, snapshot);
	}
}
async function settled({ order, before, watch, inputs }, usualMs, deps) {
	const unsettled = {
		serverId: order.server.id,
		name: order.name,
		mark: deps.origin,
		before: new Set(before.map(({ id }) => id))
	};
	const window = (0,_pollers_js__WEBPACK_IMPORTED_MODULE_3__.a)(usualMs, inputs);
	const end = await watch.ask({
		next: (0,_pollers_js__WEBPACK_IMPORTED_MODULE_3__.t)(_pollers_js__WEBPACK_IMPORTED_MODULE_3__.c, inputs, deps),
		judge(list, elapsed) {
			const found = (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__.i)(unsettled, list);
			return found.is === "ours" || elapsed >= window ? {
				is: "reached",
				found
			} : { is: "pending" };
		}
	});
	if (end.is === "reached") return end.found;
	throw outOfTime(order);
}
function wrongServer(order, snapshot) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Wrong server",
		message: `VPS.org was asked for a snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(order.server)} and answered with ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)}.`,
		next: "Do not deploy. Look at both servers at VPS.org, and tell its support."
	});
}
function refusal(order, error) {
	return {
		title: "No snapshot",
		message: `No snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(order.server)}. ${error.message}.`,
		next: error.hint,
		cause: error
	};
}
function ambiguous(order, snapshot) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Snapshot not certain",
		message: `The answer to the request for a snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(order.server)} was lost. ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} appeared meanwhile, but without this run’s mark, so it may be another job’s.`,
		next: "Look at it at VPS.org, delete it if nobody needs it, and run again. Without the input name, names are unique and this cannot happen."
	});
}
function outOfTime({ server, name }) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Snapshot not certain",
		message: `The answer to the request for a snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} was lost, and the time set by timeout_minutes was over before it showed whether the snapshot was made.`,
		next: `Look at VPS.org for a snapshot named ${name} before you run again, and raise timeout_minutes.`
	});
}
function unknownFate(order, trouble) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Snapshot not certain",
		message: `No clear answer to 3 requests for a snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(order.server)}, and none of them shows in the list. ${trouble?.message ?? ""}.`,
		next: `Look at VPS.org for a snapshot named ${order.name} before you run again. ${trouble?.hint ?? ""}`,
		cause: trouble
	});
}
// src/rules/quota.ts
function freeing(ofServer, situation) {
	const needed = Math.max(0, ofServer.length - 5 + 1);
	const doomed = candidates(ofServer, situation).slice(0, needed);
	const spared = ofServer.flatMap((snapshot) => {
		const why = whyKept(snapshot, situation);
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
function candidates(ofServer, situation) {
	return ofServer.filter((snapshot) => whyKept(snapshot, situation) === void 0).sort(firstToGo);
}
function whyKept(snapshot, { runs, origin, now }) {
	if (!(0,_ownership_js__WEBPACK_IMPORTED_MODULE_9__.a)(snapshot, origin)) return `not made by ${origin.repository}`;
	const standing = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_8__.r)(snapshot.status);
	if (standing !== "complete" && standing !== "failed") return "not complete yet";
	if (standing === "complete" && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now) === void 0) return "of unknown age";
	return (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_6__.r)(snapshot, runs, origin, now);
}
function firstToGo(one, other) {
	const failed = (snapshot) => (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_8__.r)(snapshot.status) === "failed" ? 0 : 1;
	return failed(one) - failed(other) || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(other, one);
}
// src/modes/create/create-plan.ts
function roomFor(seen, wanted) {
	return wanted.filter(({ id }) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(id, seen.snapshots)).map((server) => ({
		server,
		...freeing(ofServer(server.id, seen.snapshots), seen)
	}));
}
function freeable(seen, servers) {
	const situation = {
		...seen,
		runs: _run_liveness_js__WEBPACK_IMPORTED_MODULE_6__.n
	};
	return servers.filter((id) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(id, seen.snapshots)).flatMap((id) => candidates(ofServer(id, seen.snapshots), situation));
}
function deletion(snapshot) {
	return {
		do: "delete",
		id: snapshot.id,
		snapshot,
		why: "the server has no free slot, and at_limit is delete_oldest"
	};
}
function createRefusal(seen, wanted, room) {
	const { servers, snapshots } = seen;
	const stuck = wanted.filter(({ id }) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(id, snapshots)).filter(({ id }) => !room.some(({ server, enough }) => server.id === id && enough));
	return (servers && (unknownServers(servers, wanted) ?? suspendedServers(servers, wanted))) ?? fullServers(stuck, seen, room);
}
function createRemarks({ servers, snapshots, origin }, wanted) {
	const remarks = [];
	if (!servers) remarks.push({
		level: "notice",
		title: "Servers not visible",
		text: "The token may not list servers, so it was not checked whether the server exists and is not being restored."
	});
	const others = snapshots.filter(({ server, status, description }) => status === "in_progress" && wanted.some(({ id }) => id === server.id) && isOfAnotherRun(description, origin));
	for (const { id, server, description } of others) {
		const mark = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_9__.o)(description);
		remarks.push({
			level: "warning",
			title: "Another deploy is under way",
			text: `Snapshot ${id} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} is in progress for ${mark?.repository} run ${mark?.runId}. Use concurrency, so that one deploy at a time runs per server.`
		});
	}
	return remarks;
}
function isOfAnotherRun(description, origin) {
	const mark = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_9__.o)(description);
	return mark !== null && !(0,_ownership_js__WEBPACK_IMPORTED_MODULE_9__.i)(mark, origin);
}
function unknownServers(servers, wanted) {
	const unknown = wanted.filter(({ id }) => !servers.some((server) => server.id === id));
	if (unknown.length === 0) return void 0;
	const visible = servers.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.p).join(", ") || "none";
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.v({
		title: "Server not found",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(unknown.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.p).join(", "))} is not among the servers that the token can see: ${visible}.`,
		next: "Check server_id, and that the token belongs to the right account."
	});
}
function suspendedServers(servers, wanted) {
	const suspended = servers.filter(({ id, status }) => (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_5__.r)(status) && wanted.some((server) => server.id === id));
	if (suspended.length === 0) return void 0;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.v({
		title: "Server suspended",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(suspended.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.p).join(", "))} is suspended.`,
		next: "Have it released at VPS.org, then run again."
	});
}
function fullServers(full, { snapshots, now }, room) {
	if (full.length === 0) return void 0;
	const spared = new Map(room.flatMap((one) => one.spared.map(({ snapshot, why }) => [snapshot.id, why])));
	const lines = full.flatMap((server) => [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(server))} has no free slot: VPS.org keeps at most 5 snapshots per server.`, ...ofServer(server.id, snapshots).map((snapshot) => {
		const why = spared.get(snapshot.id);
		return `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_7__.t)(snapshot, now)}${why ? `; stays: ${why}` : ""}`;
	})]);
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.v({
		title: "Snapshot limit reached",
		message: lines.join("\n"),
		next: "Delete one that nobody needs any more (mode: delete with its snapshot_id), then run again."
	});
}
function ofServer(id, snapshots) {
	return snapshots.filter(({ server }) => server.id === id);
}
// src/modes/create/create.ts
const create = {
	async look(inputs, deps) {
		const seen = {
			servers: await restingServers(inputs, deps),
			snapshots: await deps.vps.listSnapshots(deps.planning),
			origin: deps.origin,
			now: deps.vps.now()
		};
		const couldGo = inputs.atLimit === "delete_oldest" ? freeable(seen, inputs.servers) : [];
		return {
			...seen,
			runs: await (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_6__.t)(couldGo, deps)
		};
	},
	plan(seen, inputs) {
		const servers = inputs.servers.map((id) => seen.servers?.find((server) => server.id === id) ?? { id });
		const room = inputs.atLimit === "delete_oldest" ? roomFor(seen, servers) : [];
		const refusal = createRefusal(seen, servers, room);
		if (refusal) return refusal;
		const words = inputs.description ?? (0,_ownership_js__WEBPACK_IMPORTED_MODULE_9__.t)(seen.origin);
		const deletions = room.flatMap(({ doomed }) => doomed).map(deletion);
		const creations = servers.map((server) => ({
			do: "create",
			server,
			name: inputs.name ?? (0,_ownership_js__WEBPACK_IMPORTED_MODULE_9__.r)(seen.origin, server.id),
			description: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_9__.n)(words, seen.origin)
		}));
		return {
			steps: [...deletions, ...creations],
			remarks: createRemarks(seen, servers)
		};
	},
	async perform(plan, inputs, deps, seen) {
		const steps = plan.steps.filter((step) => step.do === "create");
		const targets = steps.map(({ server, name }) => ({
			server,
			name
		}));
		const keeper = new _recorder_js__WEBPACK_IMPORTED_MODULE_4__.t({
			made: true,
			targets,
			inputs
		}, deps);
		try {
			await makeRoom(plan.steps.filter((step) => step.do === "delete"), deps);
		} catch (error) {
			for (const index of steps.keys()) keeper.refused(index);
			throw error;
		}
		deps.log.group(`Requesting ${steps.length === 1 ? "the snapshot" : `${steps.length} snapshots`}`);
		const watch = (0,_pollers_js__WEBPACK_IMPORTED_MODULE_3__.i)(deps);
		const requested = await requestAll(steps, seen, watch, inputs, deps, keeper);
		warnOfLostMarks(requested, deps);
		warnOfPossibleTwins(requested, inputs, deps);
		if (!inputs.wait) {
			for (const { entry } of requested) entry.learn({ result: "requested" });
			const left = seen.snapshots.filter(({ id }) => !deps.journal.deletedIds.includes(id));
			deps.journal.counted(inputs.servers, [...left, ...requested.map(({ snapshot }) => snapshot)]);
			return;
		}
		deps.log.group("Waiting until complete");
		const complete = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__.n)(requested, watch, inputs, deps);
		const kept = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__.r)(complete, inputs, deps);
		for (const [index, snapshot] of kept.entries()) requested[index]?.entry.learn({
			id: snapshot.id,
			snapshot,
			result: "created"
		});
		keeper.confirmed(kept, requested.map(({ entry }) => entry.facts.completeAt));
		deps.journal.rollback = kept.map(({ id }) => id);
	}
};
async function restingServers(inputs, deps) {
	const servers = await (0,_pollers_js__WEBPACK_IMPORTED_MODULE_3__.n)(deps);
	return servers && !inputs.dryRun ? (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_5__.t)(inputs.servers, servers, inputs, deps) : servers;
}
async function requestAll(steps, seen, watch, inputs, deps, keeper) {
	const entries = steps.map(({ server }) => {
		const running = seen.servers?.find(({ id }) => id === server.id)?.status === "active";
		return deps.journal.enter({
			server,
			...running ? { remark: "taken while the server was running" } : {}
		});
	});
	const outcomes = await Promise.allSettled(steps.map(async (order, index) => {
		const { snapshot, adopted, repeated } = await requestSnapshot({
			order,
			before: seen.snapshots,
			watch,
			inputs
		}, deps);
		keeper.answered(index, snapshot);
		const entry = entries[index];
		entry?.learn({
			id: snapshot.id,
			snapshot,
			server: order.server,
			adopted
		});
		const how = adopted ? "found in the list after its answer was lost" : "requested";
		deps.log.info(`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(order.server)}: ${how}.`);
		return entry && {
			entry,
			id: snapshot.id,
			server: order.server,
			snapshot,
			repeated
		};
	}));
	const failures = outcomes.flatMap((outcome, index) => {
		if (outcome.status === "fulfilled") return [];
		if (!(outcome.reason instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__._)) throw outcome.reason;
		if (outcome.reason instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.v) keeper.refused(index);
		entries[index]?.learn({
			result: outcome.reason.ending,
			remark: (0,_id_js__WEBPACK_IMPORTED_MODULE_10__.l)(outcome.reason.message)
		});
		return [outcome.reason];
	});
	if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(failures, steps.length);
	return outcomes.flatMap((outcome) => outcome.status === "fulfilled" && outcome.value || []);
}
function warnOfLostMarks(requested, deps) {
	const unmarked = requested.filter(({ snapshot }) => (0,_ownership_js__WEBPACK_IMPORTED_MODULE_9__.o)(snapshot.description) === null);
	if (unmarked.length === 0) return;
	deps.journal.warning("Mark lost", `VPS.org did not keep the description of ${unmarked.map(({ snapshot }) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot)).join(", ")}, so nothing later can tell that this repository made it.`);
}
function warnOfPossibleTwins(requested, { wait, name }, { journal }) {
	const inDoubt = requested.filter(({ snapshot, repeated }) => repeated && (!wait || name && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_9__.o)(snapshot.description) === null));
	for (const { snapshot } of inDoubt) journal.warning("Perhaps one snapshot too many", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)} was requested again after an answer was lost. If another one named ${snapshot.name} appears beside it, delete that by hand.`);
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



/***/ }),

/***/ 238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ proofOf),
/* harmony export */   c: () => (/* binding */ sendUntilItLeaves),
/* harmony export */   i: () => (/* binding */ noTrace),
/* harmony export */   n: () => (/* binding */ isRestoring),
/* harmony export */   o: () => (/* binding */ trace),
/* harmony export */   r: () => (/* binding */ isSuspended),
/* harmony export */   s: () => (/* binding */ askedPauseMs),
/* harmony export */   t: () => (/* binding */ untilRested)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _pollers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(867);


// src/operations/unclear-request.ts
async function sendUntilItLeaves(send, deps) {
	const giveUp = Math.min(deps.clock.now() + 12e4, deps.deadline);
	for (let pause = 500;; pause = Math.min(2 * pause, 1e4)) try {
		return await send();
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d && error.fate === "not_sent" && error.passing) || deps.clock.now() + pause >= giveUp) throw error;
		deps.log.info(`${error.message}. It was not sent; trying again soon.`);
		await deps.clock.sleep(pause, deps.signal);
	}
}
function askedPauseMs(error) {
	return error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.c ? error.retryAfterMs ?? 0 : 0;
}
// src/rules/restore-progress.ts
const noTrace = {
	sawRestoring: false,
	stoppedSince: void 0
};
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
function trace(before, status, elapsed) {
	if (status === void 0) return before;
	const sawRestoring = before.sawRestoring || isRestoring(status);
	return {
		sawRestoring,
		stoppedSince: sawRestoring && isStopped(status) ? before.stoppedSince ?? elapsed : void 0
	};
}
function proofOf(status, seen, elapsed, limits) {
	if (status !== void 0 && isRestoring(status)) return "going_on";
	if (seen.sawRestoring) {
		if (status === "active") return "back";
		if (status !== void 0 && failureWords.has(status)) return "failed";
		const { stoppedSince } = seen;
		if (stoppedSince !== void 0 && elapsed - stoppedSince >= limits.standstill) return "back_stopped";
		return status === void 0 || isStopped(status) ? "waiting" : "unfamiliar";
	}
	if (status !== void 0 && !standingWords.has(status)) return "unfamiliar";
	return elapsed >= limits.shortest ? "unproven" : "waiting";
}
// src/operations/wait-until-idle.ts
function busyServers(wanted, servers) {
	return servers.filter(({ id, status }) => wanted.includes(id) && isRestoring(status));
}
async function untilResting(wanted, servers, pace, deps) {
	const [first] = busyServers(wanted, servers);
	if (!first) return servers;
	deps.log.info(`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(first))} is being restored. Waiting for that to end first.`);
	const end = await (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.r)(deps).ask({
		next: (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.t)(_pollers_js__WEBPACK_IMPORTED_MODULE_1__.s, pace, deps),
		judge: (list) => busyServers(wanted, list).length === 0 ? {
			is: "reached",
			found: list
		} : { is: "pending" }
	});
	return end.is === "reached" ? end.found : void 0;
}
async function untilRested(wanted, servers, pace, deps) {
	const startedAt = deps.clock.now();
	const rested = await untilResting(wanted, servers, pace, deps);
	if (rested) return rested;
	const [first] = busyServers(wanted, servers);
	const name = first ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(first)) : "The server";
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.v({
		title: "Server busy",
		message: `${name} was still being restored after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(deps.clock.now() - startedAt)}.`,
		next: "Run again when it is back, or raise timeout_minutes."
	}, "timed_out");
}



/***/ })

};
