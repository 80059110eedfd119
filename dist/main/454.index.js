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
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(712);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(965);
/* harmony import */ var _restorable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(685);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(835);
/* harmony import */ var _wait_until_idle_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(238);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(765);
/* harmony import */ var _run_liveness_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(815);
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(982);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(387);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(116);












// src/operations/free-slots.ts
async function freeSlots(steps, deps) {
	if (steps.length === 0) return;
	deps.log.group("Making room");
	const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)(steps.map((step) => freeSlot(step, deps)));
	if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(failures, steps.length);
}
async function freeSlot({ subject, why }, deps) {
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(subject));
	try {
		if (await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.n)(subject, deps, { isForSlot: true }) === "already_absent") deps.log.info(`${name} was gone already.`);
		else deps.journal.notice("Oldest snapshot deleted", `${name} was deleted to make room (${why}).`);
	} catch (error) {
		const told = {
			title: "No room made",
			message: `${name} could not be deleted to make room, so no new snapshot was requested.`
		};
		if (error instanceof _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.t) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
			...told,
			message: `${told.message} ${error.message}`,
			next: error.next,
			cause: error
		});
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.k && error.cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a)) throw error;
		throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error.cause, told);
	}
}
// src/operations/ask-for-snapshot.ts
var SnapshotAsk = class {
	#order;
	#deps;
	#descriptions;
	#broke = false;
	#isGuess = false;
	constructor(order, deps) {
		const { server, name, description: words } = order;
		const isUnique = name === (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.l)(deps.origin, server.id);
		this.#order = order;
		this.#deps = deps;
		this.#descriptions = [
			words,
			(0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.c)("", deps.origin).trim(),
			...isUnique ? [""] : []
		];
	}
	async send() {
		if (this.#broke && !this.#isGuess) this.#isGuess = this.#descriptions[0] === this.#order.description && this.#shorten();
		this.#broke = false;
		for (;;) try {
			return await this.#create() ?? null;
		} catch (error) {
			this.#broke = error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_5__.y && error.status >= 500;
			if (!(error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_5__.y && isAboutText(error) && this.#shorten())) throw error;
			this.#deps.log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(error.message)} Asking once more with less text of ours.`);
		}
	}
	tellWhatWasLeftOut() {
		const [words = ""] = this.#descriptions;
		if (words === this.#order.description) return;
		const seen = words === "" ? "so prune and other runs’ guards will not see it" : "prune sees it all the same";
		const of = `the snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(this.#order.server)}`;
		const why = this.#isGuess ? `A request for ${of} broke down, perhaps over its description` : `VPS.org did not take the description of ${of}`;
		this.#deps.journal.notice("Description left out", `${why}; it was made ${words === "" ? "without one" : "with the mark alone"}, ${seen}.`);
	}
	#create() {
		const { server, name, label } = this.#order;
		const { origin, vps, deadline } = this.#deps;
		const unique = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.l)(origin, server.id);
		const texts = {
			name,
			description: this.#descriptions[0] ?? "",
			label,
			generatedName: unique
		};
		return vps.createSnapshot({
			serverId: server.id,
			...texts,
			deadline
		});
	}
	#shorten() {
		if (this.#descriptions.length === 1) return false;
		this.#descriptions.shift();
		return true;
	}
};
function isAboutText({ status, isPage, words, endpoint }) {
	const field = /^(\w+): /.exec(words)?.[1];
	return status === 400 && !isPage && endpoint === "POST /snapshots/" && (field === void 0 || field === "description");
}
// src/operations/request-snapshot.ts
async function requestSnapshot(order, { before, unit }, deps) {
	try {
		return await pursue(order, {
			before,
			unit
		}, deps);
	} catch (error) {
		unit.failed = true;
		throw error;
	}
}
async function pursue(order, { before, unit }, deps) {
	const { server, name } = order;
	const unsettled = {
		serverId: server.id,
		name,
		mark: deps.origin,
		before: new Set(before.map(({ id }) => id)),
		askedAt: deps.vps.now(),
		hasSiblings: unit.size > 1
	};
	const ask = new SnapshotAsk(order, deps);
	const { made, adopted, repeated } = await (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_6__.a)({
		act: "create",
		id: server.id,
		send: () => ask.send(),
		find: (windowMs, doubt) => found(order, {
			unsettled,
			windowMs,
			inDoubt: doubt !== "none"
		}, deps),
		isNotNow: (error) => error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_5__.y && error.isNotNow,
		async mayGoOn() {
			if (unit.failed) throw notAskedAgain(order);
		},
		tries: 3,
		pauseMs: () => 0,
		lateWindowMs: 12e4,
		words: {
			doubt: `A snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} may have been requested. Its name is ${name}.`,
			looking: "Looking whether the snapshot was made all the same.",
			refused: (error, later) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
				...noneOf(order),
				...later && { next: later }
			}, _start_js__WEBPACK_IMPORTED_MODULE_0__.A),
			refusedLate: (error) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, noneOf(order)),
			uncertain: (error, requests) => uncertain(order, error, requests)
		}
	}, deps);
	const granted = made ? {
		snapshot: made,
		adopted,
		repeated,
		doubtful: false
	} : {
		...await accepted(order, {
			unsettled,
			isLost: adopted
		}, deps),
		adopted: true,
		repeated
	};
	const { snapshot } = granted;
	const more = repeated ? `, after a request whose answer was lost: there may be a second one named ${name}` : "";
	const of = snapshot.server.id === _schedule_js__WEBPACK_IMPORTED_MODULE_5__.h.id ? server : snapshot.server;
	const text = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(of)} was requested${more}.`;
	deps.journal.settle("create", server.id, text);
	ask.tellWhatWasLeftOut();
	if (of.id === server.id) return granted;
	throw wrongServer(order, snapshot);
}
async function found(order, { unsettled, windowMs, inDoubt }, deps) {
	const { seen, timedOut } = await deps.snapshots.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_5__.i,
		windowMs,
		isSo: (list) => (0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__.i)(unsettled, list).ours !== void 0
	});
	if (timedOut) throw outOfTime$1(order);
	const { ours, unmarked } = (0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__.i)(unsettled, seen ?? []);
	if (ours || !inDoubt) return ours;
	if (unmarked.length > 0) return null;
	const shortfall = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_5__.d)(seen ?? []);
	if (shortfall !== void 0) throw notWhole(order, shortfall);
}
async function accepted(order, { unsettled, isLost }, deps) {
	const { server, name } = order;
	if (!isLost) {
		const text = `A snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} was requested. Its name is ${name}.`;
		deps.journal.settle("create", server.id, text);
	}
	deps.log.info(isLost ? `A snapshot without a mark appeared on ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)}, so nothing is asked for again. Looking on for ours.` : `VPS.org accepted the request for ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} without saying which snapshot it makes. Looking for it.`);
	const { seen, timedOut } = await deps.snapshots.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_5__.i,
		windowMs: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_5__.o)(deps.pace, 12e4),
		isSo: (list) => (0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__.i)(unsettled, list).ours !== void 0
	});
	const { ours, unmarked } = (0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__.i)(unsettled, seen ?? []);
	if (ours) return {
		snapshot: ours,
		doubtful: false
	};
	const [only, ...others] = unmarked;
	if (timedOut || !only || others.length > 0 || (0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__.a)(only, unsettled)) throw notFound(order, {
		fresh: unmarked,
		isLost
	});
	deps.journal.warning("Snapshot without our mark", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(only))} is the only new one of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} since the request, so it is taken for the one that was made; nothing else says so. It is never deleted by this action.`);
	return {
		snapshot: only,
		doubtful: true
	};
}
function noneOf({ server }) {
	return {
		title: "No snapshot",
		message: `No snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)}.`
	};
}
function notFound({ server, name, label }, { fresh, isLost }) {
	const several = fresh.length === 1 ? "a new one" : "several new ones";
	const shown = fresh.length === 0 ? "no list shows a new one" : `the lists show ${several} that may be it: ${fresh.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.m).join(", ")}`;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: isLost ? "Snapshot not certain" : "Snapshot made, but not found",
		message: isLost ? `The answer to the request for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} was lost, and ${shown}.` : `VPS.org accepted the request for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} without saying which it is, and ${shown}.`,
		next: `Look at VPS.org for a snapshot named ${name} (or labelled ${label}) before you run again, and delete it if nobody needs it.`
	});
}
function notAskedAgain({ server, name }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Snapshot not certain",
		message: `The answer to the request for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} was lost, and none shows in the list. As another server of this step got none, it was not asked for again.`,
		next: `If a snapshot named ${name} appears later, delete it by hand.`
	});
}
function wrongServer({ server }, snapshot) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Wrong server",
		message: `VPS.org was asked for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} and answered with ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot)} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)}.`,
		next: "Do not deploy. Look at both servers at VPS.org, and tell its support."
	});
}
function notWhole({ server, name }, shortfall) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Snapshot not certain",
		message: `The answer to the request for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} was lost, and the list of snapshots is not whole: ${shortfall}.`,
		next: `Look at VPS.org for a snapshot named ${name} before you run again.`
	});
}
function outOfTime$1({ server, name }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.j({
		title: "Snapshot not certain",
		message: `The answer to the request for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} was lost, and the time set by timeout_minutes was over before it showed whether the snapshot was made.`,
		next: `Look at VPS.org for a snapshot named ${name} before you run again, and raise timeout_minutes.`
	});
}
function uncertain({ server, name }, error, requests) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Snapshot not certain",
		message: `No clear answer to ${requests === 1 ? "the request" : `${requests} requests`} for a snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)}, and none of them shows in the list.`,
		next: `Look at VPS.org for a snapshot named ${name} before you run again.`
	});
}
// src/operations/request-snapshots.ts
async function requestSnapshots(orders, { snapshots, servers, recorder }, deps) {
	const { journal, log } = deps;
	const entries = orders.map(({ server }) => {
		const status = servers?.find(({ id }) => id === server.id)?.status;
		const remark = status !== void 0 && (0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.l)(status) ? { remark: "taken while the server was running" } : {};
		return journal.enter({
			server,
			...remark
		});
	});
	const unit = {
		size: orders.length,
		failed: false
	};
	const outcomes = await Promise.allSettled(orders.map(async (order, index) => {
		const granted = await requestSnapshot(order, {
			before: snapshots,
			unit
		}, deps);
		const { snapshot, adopted, repeated } = granted;
		const { server } = order;
		recorder.learnId(index, granted);
		const entry = entries[index];
		entry?.learn({
			id: snapshot.id,
			snapshot,
			server,
			adopted
		});
		const how = adopted ? "found in the list after its answer was lost" : "requested";
		log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)}: ${how}.`);
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
		if (!(outcome.reason instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.k)) throw outcome.reason;
		if (outcome.reason instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A) recorder.refused(index);
		entries[index]?.learn({
			result: outcome.reason.ending,
			remark: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(outcome.reason.message)
		});
		return [outcome.reason];
	});
	if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(failures, orders.length);
	return outcomes.flatMap((outcome) => outcome.status === "fulfilled" && outcome.value || []);
}
function isTold({ name, description }) {
	return name !== "" || description !== "";
}
function warnOfLostMarks(snapshots, deps) {
	const unmarked = snapshots.filter(({ description }) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.g)(description) === null);
	if (unmarked.length === 0) return;
	deps.journal.warning("Mark lost", `VPS.org did not keep the description of ${unmarked.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.m).join(", ")}, so nothing later can tell that this repository made it.`);
}
function warnOfPossibleTwins(requested, { wait, name }, { journal }) {
	const inDoubt = requested.filter(({ snapshot, repeated, entry }) => (repeated || !wait && entry.facts.adopted === true) && (!wait || name && (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.g)(snapshot.description) === null));
	for (const { snapshot, repeated } of inDoubt) {
		const how = repeated ? "was requested again after an answer was lost" : "was found after its answer was lost";
		journal.warning("Perhaps one snapshot too many", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)} ${how}. If another one named ${snapshot.name} appears beside it, delete that by hand.`);
	}
}
// src/operations/stop-server.ts
async function waitUntilStill(server, until, deps) {
	const { clock, journal, log } = deps;
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server));
	const heartbeat = new _restorable_js__WEBPACK_IMPORTED_MODULE_4__.o(log, clock, _schedule_js__WEBPACK_IMPORTED_MODULE_5__.n);
	const { so, timedOut } = await deps.servers.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_5__.n,
		windowMs: until - clock.now(),
		isSo(list) {
			const status = list.find(({ id }) => id === server.id)?.status;
			heartbeat.beat(`${name} is ${status ?? "not in the list"}`);
			return status !== void 0 && (0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.u)(status);
		}
	});
	if (timedOut && deps.deadline < until) throw outOfTime(name);
	if (!so) throw withoutEffect(name);
	journal.settle("stop", server.id, `${name} was stopped.`);
	log.info(`${name} stands still.`);
}
async function requestStop(server, deps) {
	const { clock, journal, log, signal, vps } = deps;
	const again = {
		patienceMs: void 0,
		saying: "It is soon asked again.",
		pause: (ms) => clock.sleep(ms, signal)
	};
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server));
	journal.doubt("stop", server.id, `${name} may have been stopped.`);
	try {
		await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.r)(() => vps.power(server.id, "stop"), again, deps);
		log.info(`${name} is asked to stop.`);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a && error.fate === "unknown")) {
			journal.takeBack("stop", server.id);
			throw error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a ? refused(server, error) : error;
		}
		log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(error.message)} Looking whether the server stops all the same.`);
	}
}
function refused(server, error) {
	const isAbsent = error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_5__.y && (error.status === 404 || error.status === 405);
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Server not stopped",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server))} was not stopped, so no snapshot was requested.`,
		...isAbsent && { next: "This account’s API does not seem to offer to stop servers: take the snapshot without stop_server, or stop the server by hand before." }
	}, _start_js__WEBPACK_IMPORTED_MODULE_0__.A);
}
function withoutEffect(name) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Server did not stop",
		message: `${name} was asked to stop and did not stand still within ${(0,_format_js__WEBPACK_IMPORTED_MODULE_11__.n)(3e5)}, so no snapshot was requested.`,
		next: "Look at the server at VPS.org. Take the snapshot without stop_server, or stop the server by hand before."
	});
}
function outOfTime(name) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.j({
		title: "Server did not stop in time",
		message: `${name} was asked to stop and did not stand still before the time set by timeout_minutes was over, so no snapshot was requested.`,
		next: "Look at the server at VPS.org. Raise timeout_minutes, or take the snapshot without stop_server."
	});
}
// src/operations/standstill.ts
var Standstill = class {
	#recorder;
	#deps;
	#standing = new Map();
	constructor(recorder, deps) {
		this.#recorder = recorder;
		this.#deps = deps;
	}
	async stop(servers) {
		const { clock, pace } = this.#deps;
		const until = clock.now() + (0,_schedule_js__WEBPACK_IMPORTED_MODULE_5__.o)(pace, 3e5);
		const { servers: looks, deadline } = (0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__.s)(this.#deps, until);
		const brief = {
			...this.#deps,
			servers: looks,
			deadline
		};
		const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)(servers.map((server) => this.#stop(server, {
			until,
			brief
		})));
		if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(failures, servers.length);
	}
	get until() {
		const since = [...this.#standing.values()].flatMap(({ stoodSince }) => stoodSince ?? []);
		return Math.min(...since) + (0,_schedule_js__WEBPACK_IMPORTED_MODULE_5__.o)(this.#deps.pace, 3e5);
	}
	async hurry(act) {
		const { until } = this;
		try {
			return await act((0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__.s)(this.#deps, until));
		} catch (error) {
			const all = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.k && until < this.#deps.deadline ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.M)(error) : [];
			const others = all.filter(({ ending }) => ending !== "timed_out");
			if (others.length === all.length) throw error;
			throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)([tooLong(), ...others], all.length);
		}
	}
	check() {
		if (this.#deps.clock.now() >= this.until) throw tooLong();
	}
	start(id) {
		const standing = this.#standing.get(id);
		if (!standing) return;
		standing.starting ??= this.#start(standing);
		standing.starting.catch(() => {});
	}
	async allRunning() {
		const all = [...this.#standing.values()];
		for (const { server } of all) this.start(server.id);
		const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)(all.map(({ starting }) => starting ?? Promise.resolve()));
		if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(failures, all.length);
	}
	async lastWords() {
		await Promise.all([...this.#standing.values()].map(({ server }) => (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_6__.n)(server, "this step", this.#deps)));
	}
	async #stop(server, { until, brief }) {
		this.#recorder.stopping(server);
		const standing = { server };
		this.#standing.set(server.id, standing);
		try {
			await requestStop(server, brief);
		} catch (error) {
			this.#forget(server.id);
			throw error;
		}
		await waitUntilStill(server, until, brief);
		standing.stoodSince = brief.clock.now();
		this.#recorder.stopped(server.id);
	}
	async #start({ server, stoodSince }) {
		const { clock, journal, log, vps } = this.#deps;
		const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server));
		if (stoodSince === void 0) {
			await (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_6__.i)({
				server,
				watchUntil: clock.now() + (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_6__.r)(this.#deps)
			}, this.#deps);
			const byHand = `It runs, and may still stop: ${vps.startByHand(server.id)}`;
			journal.settle("stop", server.id, `${name} was asked to stop and has not been seen to. ${byHand}`);
			return;
		}
		await (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_6__.i)({
			server,
			watchUntil: void 0
		}, this.#deps);
		this.#forget(server.id);
		const stoodMs = clock.now() - stoodSince;
		journal.stood(server.id, stoodMs);
		journal.settle("stop", server.id, `${name} was stopped and runs again; it stood still for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_11__.n)(stoodMs)}.`);
		log.info(`${name} runs again. It stood still for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_11__.n)(stoodMs)}.`);
	}
	#forget(id) {
		this.#standing.delete(id);
		this.#recorder.running(id);
	}
};
function tooLong() {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Stood still too long",
		message: `Not every snapshot was accepted within ${(0,_format_js__WEBPACK_IMPORTED_MODULE_11__.n)(3e5)} after the servers stood still, so they are started again.`,
		next: "Run again, or take the snapshot without stop_server."
	});
}
// src/rules/quota.ts
function roomFor(wanted, seen) {
	return wanted.filter(({ id }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(id, seen.snapshots)).map((server) => ({
		server,
		...freeing((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(server.id, seen.snapshots), seen)
	}));
}
function freeable(servers, seen) {
	return servers.filter((id) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(id, seen.snapshots)).flatMap((id) => candidates((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(id, seen.snapshots), {
		...seen,
		runs: _run_liveness_js__WEBPACK_IMPORTED_MODULE_7__.n
	}));
}
function freeing(all, known) {
	const needed = Math.max(0, all.length - 5 + 1);
	const doomed = candidates(all, known).slice(0, needed);
	const spared = all.flatMap((snapshot) => {
		const why = whyKept(snapshot, all, known);
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
	return all.filter((snapshot) => whyKept(snapshot, all, known) === void 0).sort(firstToGo);
}
function whyKept(snapshot, all, known) {
	const { origin, now } = known;
	if (!(0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.f)(snapshot, origin)) return `not made by ${origin.repository}`;
	const standing = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.w)(snapshot.status);
	if (standing !== "complete" && standing !== "failed") return "not complete yet";
	if (standing === "complete" && (0,_age_js__WEBPACK_IMPORTED_MODULE_9__.t)(snapshot, now) === void 0) return "of unknown age";
	return (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_7__.r)(snapshot, all, known);
}
function firstToGo(one, other) {
	const failed = (snapshot) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.w)(snapshot.status) === "failed" ? 0 : 1;
	return failed(one) - failed(other) || (0,_age_js__WEBPACK_IMPORTED_MODULE_9__.r)(other, one);
}
// src/modes/create/create-look.ts
async function createLook(inputs, deps) {
	const listed = await (0,_owners_js__WEBPACK_IMPORTED_MODULE_8__.r)(inputs.servers, deps);
	const wanted = await deps.vps.serverIds(inputs.servers);
	const servers = listed && !inputs.dryRun ? await (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_6__.t)(wanted, listed, deps) : listed;
	const snapshots = await deps.vps.listSnapshots(deps.planning);
	const { origin, addresses } = deps;
	const seen = {
		wanted,
		servers,
		snapshots,
		origin,
		addresses,
		now: deps.vps.now()
	};
	const couldGo = inputs.atLimit === "delete_oldest" ? freeable(wanted, seen) : [];
	const young = (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_7__.i)(snapshots, seen);
	return {
		...seen,
		runs: await (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_7__.t)([...couldGo, ...young], deps)
	};
}
// src/modes/create/create-plan.ts
function createPlan(seen, inputs) {
	const servers = seen.wanted.map((id) => seen.servers?.find((server) => server.id === id) ?? { id });
	const frees = inputs.atLimit === "delete_oldest";
	const room = frees ? roomFor(servers, seen) : [];
	const refusal = createRefusal(seen, servers, room) ?? (inputs.stopServer ? stopRefusal(seen, servers) : void 0) ?? (frees ? doubtfulDeletion(seen, room) : void 0);
	if (refusal) return refusal;
	const words = inputs.description ?? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.s)(seen.origin);
	const creations = servers.map((server) => {
		const name = inputs.name ?? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.l)(seen.origin, server.id);
		return {
			do: "create",
			server,
			name,
			description: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.c)(words, seen.origin),
			label: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.p)(name, seen.origin)
		};
	});
	return {
		steps: [
			...inputs.stopServer ? stops(seen, servers) : [],
			...room.flatMap(({ doomed }) => doomed).map(deletion),
			...creations
		],
		annotations: createAnnotations(seen, servers)
	};
}
function stops({ servers = [] }, wanted) {
	const running = new Set(servers.filter(({ status }) => (0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.l)(status)).map(({ id }) => id));
	return wanted.filter(({ id }) => running.has(id)).map((server) => ({
		do: "stop",
		server
	}));
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
	const stuck = ((0,_owners_js__WEBPACK_IMPORTED_MODULE_8__.t)(seen) ? [] : wanted.filter(({ id }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(id, snapshots))).filter(({ id }) => !room.some(({ server, enough }) => server.id === id && enough));
	return (servers && (missingServers(servers, wanted) ?? suspendedServers(servers, wanted))) ?? fullServers(stuck, seen, room);
}
function stopRefusal({ servers, addresses }, wanted) {
	if (!servers) return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Servers not visible",
		message: "The token may not list servers, so stop_server could not see whether they stop and start again.",
		next: "Give the token the permission to read servers, or leave stop_server out."
	});
	const ours = servers.filter(({ id }) => wanted.some((server) => server.id === id));
	const own = ours.find((server) => (0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.r)(server, addresses));
	if (own) return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "The runner is on that server",
		message: `This job runs on ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(own)} itself, so stopping that would stop this job before it could start it again.`,
		next: "Take the snapshot on another runner, such as one hosted by GitHub, or leave stop_server out."
	});
	const odd = ours.find(({ status }) => !(0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.l)(status) && !(0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.u)(status));
	if (!odd) return void 0;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Server not stopped",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(odd))} is "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(odd.status, 40)}", neither running nor stopped, so it was not stopped.`,
		next: "Run again when it runs, or leave stop_server out."
	});
}
function doubtfulDeletion(seen, room) {
	if ((0,_owners_js__WEBPACK_IMPORTED_MODULE_8__.t)(seen)) return (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.r)("at_limit: delete_oldest");
	return room.length > 0 ? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.t)(seen.snapshots, "at_limit: delete_oldest deletes nothing") : void 0;
}
function createAnnotations(seen, wanted) {
	const { servers, snapshots, origin, runs } = seen;
	const ownerless = {
		level: "warning",
		title: "Owners not known",
		text: "No snapshot in the list names a server that the token can see, so slots were not counted; VPS.org refuses a snapshot too many."
	};
	const unlisted = {
		level: "notice",
		title: "Servers not visible",
		text: "The token may not list servers, so it was not checked whether the server exists and is not being restored."
	};
	const foreign = snapshots.filter((snapshot) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.w)(snapshot.status) === "in_progress" && wanted.some(({ id }) => id === snapshot.server.id) && isOfAnotherRun(snapshot, origin));
	const live = (0,_run_liveness_js__WEBPACK_IMPORTED_MODULE_7__.i)(snapshots, seen).filter(({ description: text }) => runs((0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.g)(text)?.runId ?? "").is === "going_on");
	return [
		...servers ? [] : [unlisted],
		...(0,_owners_js__WEBPACK_IMPORTED_MODULE_8__.t)(seen) ? [ownerless] : [],
		...foreign.map((snapshot) => anotherDeploy(snapshot, "is in progress")),
		...live.map((snapshot) => anotherDeploy(snapshot, "was taken"))
	];
}
function anotherDeploy(snapshot, what) {
	const { id, server } = snapshot;
	const mark = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.g)(snapshot.description);
	return {
		level: "warning",
		title: "Another deploy is under way",
		text: `Snapshot ${id} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} ${what} for ${mark?.repository} run ${mark?.runId}${what === "was taken" ? ", which goes on" : ""}. Use concurrency, so that one deploy at a time runs per server.`
	};
}
function isOfAnotherRun(snapshot, origin) {
	const mark = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.g)(snapshot.description);
	return mark !== null && !(0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.d)(mark, origin);
}
function missingServers(servers, wanted) {
	const unknown = wanted.filter(({ id }) => !servers.some((server) => server.id === id));
	return unknown.length === 0 ? void 0 : (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.i)(unknown.map(({ id }) => id), servers);
}
function suspendedServers(servers, wanted) {
	const suspended = servers.filter(({ id, status }) => (0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.d)(status) && wanted.some((server) => server.id === id));
	if (suspended.length === 0) return void 0;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Server suspended",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(suspended.map(_start_js__WEBPACK_IMPORTED_MODULE_0__.p).join(", "))} is suspended.`,
		next: "Have it released at VPS.org, then run again."
	});
}
function fullServers(full, { snapshots, now }, room) {
	if (full.length === 0) return void 0;
	const spared = new Map(room.flatMap((one) => one.spared.map(({ snapshot, why }) => [snapshot.id, why])));
	const lines = full.flatMap((server) => [`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server))} has no free slot: VPS.org keeps at most 5 snapshots per server.`, ...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(server.id, snapshots).map((snapshot) => {
		const why = spared.get(snapshot.id);
		return `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__.t)(snapshot, now)}${why ? `; stays: ${why}` : ""}`;
	})]);
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Snapshot limit reached",
		message: lines.join("\n"),
		next: "Delete one that nobody needs any more (mode: delete with its snapshot_id), then run again."
	});
}
// src/modes/create/create.ts
const create = {
	look: createLook,
	plan: createPlan,
	async perform(plan, task, deps) {
		const { inputs, seen } = task;
		const targets = ordersIn(plan).map(({ server, name }) => ({
			server,
			name,
			ran: (0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.f)(seen.servers, server.id) ?? null
		}));
		const recorder = new _recorder_js__WEBPACK_IMPORTED_MODULE_2__.t({
			made: true,
			targets,
			inputs
		}, deps);
		const seal = () => recorder.succeed();
		if (!inputs.wait) {
			await requestOnly(plan, {
				...task,
				recorder
			}, deps);
			return { seal };
		}
		const { requested, complete } = await taken(plan, {
			...task,
			recorder
		}, deps);
		const kept = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__.r)(complete, deps);
		const untold = requested.map(({ snapshot }) => !isTold(snapshot));
		warnOfLostMarks(kept.filter((_, index) => untold[index]), deps);
		for (const [index, snapshot] of kept.entries()) requested[index]?.entry.learn({
			id: snapshot.id,
			snapshot,
			result: "created"
		});
		recorder.confirm(kept, requested.map(({ entry }) => entry.facts.completeAt));
		await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__.o)(targets.flatMap(({ server, ran }) => ran === true ? server : []), deps);
		return {
			seal,
			rollback: kept.map(({ id }) => id)
		};
	}
};
async function requestOnly(plan, task, deps) {
	const { inputs, seen } = task;
	const requested = await requestAll(plan, task, deps);
	for (const { entry } of requested) entry.learn({ result: "requested" });
	const left = seen.snapshots.filter(({ id }) => !deps.journal.deletedIds.includes(id));
	deps.journal.counted(seen.wanted, [...left, ...requested.map(({ snapshot }) => snapshot)]);
	warnOfPossibleTwins(requested, inputs, deps);
}
async function taken(plan, task, deps) {
	const { inputs, recorder } = task;
	const standstill = new Standstill(recorder, deps);
	try {
		const now = inputs.stopServer ? await beforehand(plan, recorder, () => stopped(plan, {
			...task,
			standstill
		}, deps)) : {
			plan,
			seen: task.seen
		};
		const requested = await standstill.hurry((brief) => requestAll(now.plan, {
			...task,
			seen: now.seen,
			standstill
		}, brief));
		warnOfPossibleTwins(requested, inputs, deps);
		deps.log.group("Waiting until complete");
		const complete = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__.n)(requested, deps, ({ server }) => server && standstill.start(server.id));
		await standstill.allRunning();
		return {
			requested,
			complete
		};
	} catch (error) {
		throw await startedAgain(standstill, error, deps);
	}
}
async function stopped(plan, { inputs, standstill }, deps) {
	deps.log.group("Stopping");
	await standstill.stop(plan.steps.flatMap((step) => step.do === "stop" ? step.server : []));
	return await standstill.hurry(async (brief) => {
		const seen = await createLook(inputs, brief);
		const again = createPlan(seen, inputs);
		if (again instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A) throw again;
		return {
			plan: again,
			seen
		};
	});
}
async function beforehand(plan, recorder, act) {
	try {
		return await act();
	} catch (error) {
		for (const index of ordersIn(plan).keys()) recorder.refused(index);
		throw error;
	}
}
async function startedAgain(standstill, error, deps) {
	const why = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error) : error;
	const known = why instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.k ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.M)(why) : [];
	const isOver = (ends) => deps.signal.aborted || deps.clock.now() >= deps.deadline || ends.some(({ ending }) => ending === "timed_out");
	if (isOver(known)) {
		await standstill.lastWords();
		return error;
	}
	const failures = (await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)([standstill.allRunning()])).flatMap(_start_js__WEBPACK_IMPORTED_MODULE_0__.M);
	if (isOver(failures)) await standstill.lastWords();
	const more = failures.filter((failure) => !known.includes(failure));
	return more.length === 0 || known.length === 0 ? error : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)([...known, ...more], known.length + more.length);
}
async function requestAll(plan, { seen, recorder, standstill }, deps) {
	const orders = ordersIn(plan);
	await beforehand(plan, recorder, async () => {
		await freeSlots(plan.steps.filter((step) => step.do === "delete"), deps);
		standstill?.check();
	});
	deps.log.group(`Requesting ${orders.length === 1 ? "the snapshot" : `${orders.length} snapshots`}`);
	const requested = await requestSnapshots(orders, {
		...seen,
		recorder
	}, deps);
	warnOfLostMarks(requested.map(({ snapshot }) => snapshot).filter(isTold), deps);
	return requested;
}
function ordersIn(plan) {
	return plan.steps.filter((step) => step.do === "create");
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
