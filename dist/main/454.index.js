export const id = 454;
export const ids = [454];
export const modules = {

/***/ 787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ patienceForUnseenMs),
/* harmony export */   n: () => (/* binding */ adoption),
/* harmony export */   r: () => (/* binding */ untilComplete),
/* harmony export */   t: () => (/* binding */ confirmed)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(463);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(185);
/* harmony import */ var _deletion_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(100);




// src/rules/verdict.ts
const unsighted = {
	seen: false,
	absences: 0
};
const patienceForUnseenMs = 2 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x;
const absencesUntilGone = 3;
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
	if (sightings.seen) return sightings.absences >= absencesUntilGone ? "gone" : "unseen";
	return elapsed >= patienceForUnseenMs ? "lost" : "unseen";
}
function standingOfWord(status) {
	if (status === "completed") return "complete";
	if (status === "in_progress") return "in_progress";
	return failureWords.has(status) ? "failed" : "unfamiliar";
}
// src/modes/completion.ts
async function untilComplete(awaited, watch, inputs, deps) {
	const { log, clock } = deps;
	const startedAt = clock.now();
	const heartbeat = new _progress_js__WEBPACK_IMPORTED_MODULE_2__.t(log, clock, _watching_js__WEBPACK_IMPORTED_MODULE_1__.s);
	const open = awaited.map((target) => ({
		...target,
		sightings: unsighted,
		unfamiliar: new Set()
	}));
	const complete = new Map();
	const judge = (list, elapsed) => {
		const failures = [];
		for (const target of open.filter(({ id }) => !complete.has(id))) {
			const snapshot = list.find(({ id }) => id === target.id);
			target.sightings = sight(target.sightings, snapshot);
			const standing = standingOf(snapshot, target.sightings, elapsed);
			if (snapshot) target.entry.learn({
				snapshot,
				server: snapshot.server
			});
			if (standing === "complete" && snapshot) {
				complete.set(target.id, snapshot);
				target.entry.learn({ tookMs: elapsed });
				log.info(`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(snapshot.server)} is complete.`);
			} else if (standing === "unfamiliar" && snapshot && !target.unfamiliar.has(snapshot.status)) {
				target.unfamiliar.add(snapshot.status);
				log.info(`Snapshot ${target.id} has the status "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot.status, 40)}", which is not documented. Waiting on.`);
			} else if (isEnd(standing)) failures.push(failed(target, standing, snapshot));
		}
		if (failures.length > 0) return {
			is: "failed",
			failure: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(failures, awaited.length)
		};
		heartbeat.beat(`${complete.size} of ${awaited.length} complete`);
		if (complete.size < awaited.length) return { is: "pending" };
		return {
			is: "reached",
			found: awaited.flatMap(({ id }) => complete.get(id) ?? [])
		};
	};
	const end = await watch.ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_1__.s, inputs, deps),
		judge
	});
	if (end.is === "reached") return end.found;
	if (end.is === "failed") throw end.failure;
	const late = open.filter(({ id }) => !complete.has(id));
	throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(late.map((target) => stillGoing(target, clock.now() - startedAt)), awaited.length);
}
function isEnd(standing) {
	return standing === "failed" || standing === "lost" || standing === "gone";
}
function failed(target, standing, snapshot) {
	const remark = {
		failed: `ended as "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot?.status ?? "", 40)}" at VPS.org`,
		lost: "was never seen in the list of snapshots",
		gone: "was deleted by someone else while this step waited for it"
	}[standing];
	target.entry.learn({
		result: "failed",
		remark
	});
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Snapshot not complete",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(nameOf(target))} ${remark}.`,
		next: {
			failed: `It cannot be restored from. Delete it (mode: delete, snapshot_id: ${target.id}) and run again; ask VPS.org support if that repeats.`,
			lost: "Check the id, and that the token belongs to the same account.",
			gone: "Let one deploy at a time run per server (concurrency), and run again."
		}[standing]
	});
}
function stillGoing(target, elapsed) {
	const status = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(target.entry.facts.snapshot?.status ?? "not in the list yet", 40);
	const remark = `was not complete after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(elapsed)}; its status is ${status}`;
	target.entry.learn({
		result: "timed_out",
		remark
	});
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.T({
		title: "Snapshot not complete in time",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(nameOf(target))} ${remark}.`,
		next: `It goes on at VPS.org. Wait on with mode: wait and snapshot_id: ${target.id}, look with mode: list, or raise timeout_minutes.`
	});
}
function nameOf({ id, server, entry }) {
	const { snapshot } = entry.facts;
	const owner = snapshot?.server ?? server;
	return `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot ?? {
		id,
		name: ""
	})}${owner ? ` of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(owner)}` : ""}`;
}
// src/rules/adoption.ts
function adoption(request, snapshots) {
	const fresh = snapshots.filter((snapshot) => snapshot.server.id === request.serverId && !request.before.has(snapshot.id)).sort((one, other) => one.id - other.id);
	const ours = fresh.find((snapshot) => isFrom(request, snapshot));
	if (ours) return {
		is: "ours",
		snapshot: ours
	};
	const namesake = fresh.find((snapshot) => snapshot.name === request.name && (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.h)(snapshot.description) === null);
	return namesake ? {
		is: "ambiguous",
		snapshot: namesake
	} : { is: "none" };
}
function isFrom(request, snapshot) {
	const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.h)(snapshot.description);
	if (mark) return (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.g)(mark.nonce, request.mark.nonce);
	return snapshot.name === request.name && request.name === (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.f)(request.mark, request.serverId);
}
function twinsOf(snapshot, snapshots) {
	const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.h)(snapshot.description);
	return snapshots.filter((other) => {
		if (other.id === snapshot.id || other.server.id !== snapshot.server.id) return false;
		const its = (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.h)(other.description);
		if (mark && its) return (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.g)(mark.nonce, its.nonce);
		return !mark && !its && other.name === snapshot.name && /^gha-.*-[0-9a-f]{6}$/.test(other.name);
	}).sort((one, other) => one.id - other.id);
}
// src/modes/confirmation.ts
async function confirmed(complete, deps) {
	const list = await deps.vps.listSnapshots();
	const failures = complete.flatMap((snapshot) => changedSince(snapshot, list) ?? []);
	if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(failures, complete.length);
	deps.journal.counted(complete.map(({ server }) => server.id), list);
	const kept = [];
	for (const snapshot of complete) kept.push(await withoutTwins(snapshot, list, deps));
	return kept;
}
function changedSince(snapshot, list) {
	const now = list.find(({ id }) => id === snapshot.id);
	if (now?.status === "completed" && now.server.id === snapshot.server.id && now.name === snapshot.name) return void 0;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Snapshot changed",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(snapshot.server)} was complete, and a moment later the list shows ${now ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(now)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(now.server)}, ${now.status}` : "it no more"}.`,
		next: "Someone else works on this server’s snapshots. Let one deploy at a time run per server (concurrency), and run again."
	});
}
async function withoutTwins(snapshot, list, deps) {
	const twins = twinsOf(snapshot, list);
	const keeper = twins.find(({ id, status }) => id < snapshot.id && status === "completed") ?? snapshot;
	for (const surplus of [snapshot, ...twins].filter(({ id }) => id !== keeper.id)) {
		const text = `A lost answer led to ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(surplus)} beside ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(keeper)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(keeper.server)}.`;
		if (!isMadeHere(surplus, deps.origin)) {
			deps.journal.warning("One snapshot too many", `${text} It was made by another run; delete it if nobody needs it.`);
			continue;
		}
		try {
			await (0,_deletion_js__WEBPACK_IMPORTED_MODULE_3__.t)({
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
	return (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.p)((0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.h)(snapshot.description), origin) || snapshot.name === (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.f)(origin, snapshot.server.id);
}



/***/ }),

/***/ 454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   create: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(463);
/* harmony import */ var _confirmation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(787);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(116);
/* harmony import */ var _sending_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(882);





// src/modes/createRules.ts
function createRefusal(seen, wanted) {
	const { servers, snapshots, now } = seen;
	return (servers && (unknownServers(servers, wanted) ?? suspendedServers(servers, wanted))) ?? fullServers(snapshots, wanted, now);
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
		const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.h)(description);
		remarks.push({
			level: "warning",
			title: "Another deploy is under way",
			text: `Snapshot ${id} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server)} is in progress for ${mark?.repository} run ${mark?.runId}. Use concurrency, so that one deploy at a time runs per server.`
		});
	}
	return remarks;
}
function isOfAnotherRun(description, origin) {
	const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.h)(description);
	return mark !== null && !(0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.p)(mark, origin);
}
function unknownServers(servers, wanted) {
	const unknown = wanted.filter(({ id }) => !servers.some((server) => server.id === id));
	if (unknown.length === 0) return void 0;
	const visible = servers.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.g).join(", ") || "none";
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.w({
		title: "Server not found",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(unknown.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.g).join(", "))} is not among the servers that the token can see: ${visible}.`,
		next: "Check server_id, and that the token belongs to the right account."
	});
}
function suspendedServers(servers, wanted) {
	const suspended = servers.filter(({ id, status }) => (0,_sending_js__WEBPACK_IMPORTED_MODULE_4__.i)(status) && wanted.some((server) => server.id === id));
	if (suspended.length === 0) return void 0;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.w({
		title: "Server suspended",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(suspended.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.g).join(", "))} is suspended.`,
		next: "Have it released at VPS.org, then run again."
	});
}
function fullServers(snapshots, wanted, now) {
	const full = wanted.filter(({ id }) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(id, snapshots));
	if (full.length === 0) return void 0;
	const lines = full.flatMap((server) => [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server))} has no free slot: VPS.org keeps at most 5 snapshots per server.`, ...snapshots.filter((snapshot) => snapshot.server.id === server.id).map((snapshot) => `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_3__.t)(snapshot, now)}`)]);
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.w({
		title: "Snapshot limit reached",
		message: lines.join("\n"),
		next: "Delete one that nobody needs any more (mode: delete with its snapshot_id), then run again."
	});
}
// src/modes/snapshotRequest.ts
const settlingMs = 20 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const mostRequests = 3;
async function requestSnapshot(request, deps) {
	const { order } = request;
	let doubt;
	let trouble;
	for (let attempt = 1; attempt <= mostRequests; attempt++) {
		try {
			const { server, name, description } = order;
			const post = () => deps.vps.createSnapshot({
				serverId: server.id,
				name,
				description
			});
			return granted({
				snapshot: await (0,_sending_js__WEBPACK_IMPORTED_MODULE_4__.t)(post, deps),
				adopted: false,
				repeated: attempt > 1
			});
		} catch (error) {
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m)) throw error;
			if (error.fate !== "unknown" && doubt === void 0) throw refused(order, error);
			trouble = error;
		}
		doubt ??= deps.journal.changed(`A snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(order.server)} may have been requested.`);
		deps.log.info(`${trouble.message}. Looking whether the snapshot was made all the same.`);
		const refusedNow = trouble.fate === "refused";
		const found = await settled(request, refusedNow ? _confirmation_js__WEBPACK_IMPORTED_MODULE_2__.i : settlingMs, deps);
		if (found.is === "ours") return granted({
			snapshot: found.snapshot,
			adopted: true,
			repeated: attempt > 1
		});
		if (found.is === "ambiguous") throw ambiguous(order, found.snapshot);
		if (refusedNow) throw refused(order, trouble);
	}
	throw unknownFate(order, trouble);
	function granted(grant) {
		const { snapshot, repeated } = grant;
		const change = doubt ?? deps.journal.changed("");
		const more = repeated ? `, after a request whose answer was lost: there may be a second one named ${order.name}` : "";
		change.text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(snapshot.server)} was requested${more}.`;
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
	const window = (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.a)(usualMs, inputs);
	const end = await watch.ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_1__.l, inputs, deps),
		judge(list, elapsed) {
			const found = (0,_confirmation_js__WEBPACK_IMPORTED_MODULE_2__.n)(unsettled, list);
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
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Wrong server",
		message: `VPS.org was asked for a snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(order.server)} and answered with ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(snapshot.server)}.`,
		next: "Do not deploy. Look at both servers at VPS.org, and tell its support."
	});
}
function refused(order, error) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "No snapshot",
		message: `No snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(order.server)}. ${error.message}.`,
		next: error.hint,
		cause: error
	});
}
function ambiguous(order, snapshot) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Snapshot not certain",
		message: `The answer to the request for a snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(order.server)} was lost. ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot))} appeared meanwhile, but without this run’s mark, so it may be another job’s.`,
		next: "Look at it at VPS.org, delete it if nobody needs it, and run again. Without the input name, names are unique and this cannot happen."
	});
}
function outOfTime({ server, name }) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.T({
		title: "Snapshot not certain",
		message: `The answer to the request for a snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server)} was lost, and the time set by timeout_minutes was over before it showed whether the snapshot was made.`,
		next: `Look at VPS.org for a snapshot named ${name} before you run again, and raise timeout_minutes.`
	});
}
function unknownFate(order, trouble) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Snapshot not certain",
		message: `No clear answer to ${mostRequests} requests for a snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(order.server)}, and none of them shows in the list. ${trouble?.message ?? ""}.`,
		next: `Look at VPS.org for a snapshot named ${order.name} before you run again. ${trouble?.hint ?? ""}`,
		cause: trouble
	});
}
// src/modes/create.ts
const create = {
	async look(inputs, deps) {
		return {
			servers: await restingServers(inputs, deps),
			snapshots: await deps.vps.listSnapshots(deps.planning),
			origin: deps.origin,
			now: deps.vps.now()
		};
	},
	plan(seen, inputs) {
		const servers = inputs.servers.map((id) => seen.servers?.find((server) => server.id === id) ?? { id });
		const refusal = createRefusal(seen, servers);
		if (refusal) return refusal;
		const words = inputs.description ?? (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.u)(seen.origin);
		return {
			steps: servers.map((server) => ({
				do: "create",
				server,
				name: inputs.name ?? (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.f)(seen.origin, server.id),
				description: (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.d)(words, seen.origin)
			})),
			remarks: createRemarks(seen, servers)
		};
	},
	async perform({ steps }, inputs, deps, seen) {
		deps.log.group(`Requesting ${steps.length === 1 ? "the snapshot" : `${steps.length} snapshots`}`);
		const watch = (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.i)(deps);
		const requested = await requestAll(steps, seen, watch, inputs, deps);
		warnOfLostMarks(requested, deps);
		warnOfPossibleTwins(requested, inputs, deps);
		if (!inputs.wait) {
			for (const { entry } of requested) entry.learn({ result: "requested" });
			deps.journal.counted(inputs.servers, [...seen.snapshots, ...requested.map(({ snapshot }) => snapshot)]);
			return;
		}
		deps.log.group("Waiting until complete");
		const complete = await (0,_confirmation_js__WEBPACK_IMPORTED_MODULE_2__.r)(requested, watch, inputs, deps);
		const kept = await (0,_confirmation_js__WEBPACK_IMPORTED_MODULE_2__.t)(complete, deps);
		for (const [index, snapshot] of kept.entries()) requested[index]?.entry.learn({
			id: snapshot.id,
			snapshot,
			result: "created"
		});
		deps.journal.rollback = kept.map(({ id }) => id);
	}
};
async function restingServers(inputs, deps) {
	const servers = await (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.n)(deps);
	return servers && !inputs.dryRun ? (0,_sending_js__WEBPACK_IMPORTED_MODULE_4__.n)(inputs.servers, servers, inputs, deps) : servers;
}
async function requestAll(steps, seen, watch, inputs, deps) {
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
		const entry = entries[index];
		entry?.learn({
			id: snapshot.id,
			snapshot,
			server: order.server,
			adopted
		});
		const how = adopted ? "found in the list after its answer was lost" : "requested";
		deps.log.info(`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(order.server)}: ${how}.`);
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
		if (!(outcome.reason instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.C)) throw outcome.reason;
		entries[index]?.learn({
			result: outcome.reason.ending,
			remark: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(outcome.reason.message)
		});
		return [outcome.reason];
	});
	if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(failures, steps.length);
	return outcomes.flatMap((outcome) => outcome.status === "fulfilled" && outcome.value || []);
}
function warnOfLostMarks(requested, deps) {
	const unmarked = requested.filter(({ snapshot }) => (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.h)(snapshot.description) === null);
	if (unmarked.length === 0) return;
	deps.journal.warning("Mark lost", `VPS.org did not keep the description of ${unmarked.map(({ snapshot }) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot)).join(", ")}, so nothing later can tell that this repository made it.`);
}
function warnOfPossibleTwins(requested, { wait, name }, { journal }) {
	const inDoubt = requested.filter(({ snapshot, repeated }) => repeated && (!wait || name && (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.h)(snapshot.description) === null));
	for (const { snapshot } of inDoubt) journal.warning("Perhaps one snapshot too many", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(snapshot.server)} was requested again after an answer was lost. If another one named ${snapshot.name} appears beside it, delete that by hand.`);
}



/***/ }),

/***/ 100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ fullName),
/* harmony export */   t: () => (/* binding */ deleteOne)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/modes/deletion.ts
async function deleteOne({ id, snapshot }, { journal, vps }) {
	const name = fullName({
		id,
		snapshot
	});
	const change = journal.changed(`The deletion of ${name} was requested.`);
	try {
		const outcome = await vps.deleteSnapshot(id);
		change.text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(name)} was deleted.`;
		if (outcome === "absent") journal.takeBack(change);
		else journal.deleted(id, snapshot?.server.id);
		return outcome;
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m && error.fate !== "unknown") journal.takeBack(change);
		throw error;
	}
}
function fullName({ id, snapshot }) {
	return snapshot ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(snapshot.server)}` : `snapshot ${id}`;
}



/***/ })

};
