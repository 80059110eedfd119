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
/* harmony import */ var _sending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(882);
/* harmony import */ var _confirmation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(787);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(116);





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
	const suspended = servers.filter(({ id, status }) => (0,_sending_js__WEBPACK_IMPORTED_MODULE_2__.r)(status) && wanted.some((server) => server.id === id));
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
	const lines = full.flatMap((server) => [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server))} has no free slot: VPS.org keeps at most 5 snapshots per server.`, ...snapshots.filter((snapshot) => snapshot.server.id === server.id).map((snapshot) => `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_4__.t)(snapshot, now)}`)]);
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
			return {
				snapshot: accepted(await (0,_sending_js__WEBPACK_IMPORTED_MODULE_2__.t)(post, deps), order, doubt, deps),
				adopted: false
			};
		} catch (error) {
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m)) throw error;
			if (error.fate !== "unknown" && doubt === void 0) throw refused(order, error);
			trouble = error;
		}
		doubt ??= deps.journal.changed(`A snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(order.server)} may have been requested.`);
		deps.log.info(`${trouble.message}. Looking whether the snapshot was made all the same.`);
		const refusedNow = trouble.fate === "refused";
		const found = await settled(request, refusedNow ? _confirmation_js__WEBPACK_IMPORTED_MODULE_3__.i : settlingMs, deps);
		if (found.is === "ours") return {
			snapshot: accepted(found.snapshot, order, doubt, deps),
			adopted: true
		};
		if (found.is === "ambiguous") throw ambiguous(order, found.snapshot);
		if (refusedNow) throw refused(order, trouble);
	}
	throw unknownFate(order, trouble);
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
			const found = (0,_confirmation_js__WEBPACK_IMPORTED_MODULE_3__.n)(unsettled, list);
			return found.is === "ours" || elapsed >= window ? {
				is: "reached",
				found
			} : { is: "pending" };
		}
	});
	return end.is === "reached" ? end.found : { is: "none" };
}
function accepted(snapshot, order, doubt, deps) {
	const change = doubt ?? deps.journal.changed("");
	change.text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot))} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(snapshot.server)} was requested.`;
	if (snapshot.server.id === order.server.id) return snapshot;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
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
		if (!inputs.wait) {
			for (const { entry } of requested) entry.learn({ result: "requested" });
			deps.journal.counted(inputs.servers, [...seen.snapshots, ...requested.map(({ snapshot }) => snapshot)]);
			return;
		}
		deps.log.group("Waiting until complete");
		const complete = await (0,_confirmation_js__WEBPACK_IMPORTED_MODULE_3__.r)(requested, watch, inputs, deps);
		const kept = await (0,_confirmation_js__WEBPACK_IMPORTED_MODULE_3__.t)(complete, deps);
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
	const busy = (list) => list.filter(({ id, status }) => inputs.servers.includes(id) && (0,_sending_js__WEBPACK_IMPORTED_MODULE_2__.n)(status));
	const [first] = busy(servers ?? []);
	if (!servers || !first || inputs.dryRun) return servers;
	deps.log.info(`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(first))} is being restored. Waiting for that to end before the snapshot.`);
	const startedAt = deps.clock.now();
	const end = await (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.r)(deps).ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_1__.c, inputs, deps),
		judge: (list) => busy(list).length === 0 ? {
			is: "reached",
			found: list
		} : { is: "pending" }
	});
	if (end.is === "reached") return end.found;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.w({
		title: "Server busy",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(first))} was still being restored after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(deps.clock.now() - startedAt)}.`,
		next: "Run again when it is back, or raise timeout_minutes."
	}, "timed_out");
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
		const { snapshot, adopted } = await requestSnapshot({
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
			snapshot
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



/***/ }),

/***/ 510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ planningPatienceMs),
/* harmony export */   r: () => (/* binding */ within),
/* harmony export */   t: () => (/* binding */ Http)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/waiting/gate.ts
var Gate = class {
	#free;
	#queue = [];
	constructor(width) {
		this.#free = width;
	}
	async pass(task, signal) {
		if (this.#free > 0) this.#free--;
		else await new Promise((enter) => this.#queue.push(enter));
		try {
			signal.throwIfAborted();
			return await task();
		} finally {
			const next = this.#queue.shift();
			if (next) next();
			else this.#free++;
		}
	}
};
// src/waiting/limits.ts
var Expired = class extends Error {
	code = "ETIMEDOUT";
};
async function within(limit, task) {
	const timer = new AbortController();
	const expiry = new AbortController();
	limit.clock.sleep(limit.ms, timer.signal).then(() => expiry.abort(new Expired(`no answer within ${Math.round(limit.ms)} ms`)), () => {});
	try {
		return await task(AbortSignal.any([limit.signal, expiry.signal]));
	} finally {
		timer.abort();
	}
}
function graced(signal, ms, clock) {
	const later = new AbortController();
	signal.addEventListener("abort", () => void clock.sleep(ms).then(() => later.abort(signal.reason)), { once: true });
	return later.signal;
}
// src/vps/body.ts
function wordsOf(body) {
	const json = parsed(body);
	const words = json === void 0 ? fromPage(body) : fromJson(json);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(words, 200);
}
function parsed(body) {
	try {
		return JSON.parse(body);
	} catch {
		return;
	}
}
function fromJson(json) {
	if (typeof json === "string") return json;
	if (Array.isArray(json)) return json.map(fromJson).filter(Boolean).join(" ");
	if (typeof json !== "object" || json === null) return "";
	const fields = json;
	for (const name of [
		"detail",
		"message",
		"error"
	]) {
		const words = fromJson(fields[name]);
		if (words) return words;
	}
	return Object.entries(fields).filter(([, value]) => Array.isArray(value)).map(([name, value]) => `${name}: ${fromJson(value)}`).join("; ");
}
function fromPage(body) {
	return /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1] ?? body.replace(/<(style|script)[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ");
}
// src/vps/http.ts
const requestTimeoutMs = 30 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const graceMs = 1.5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const planningPatienceMs = 2 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x;
const inFlight = 8;
var Http = class {
	#connection;
	#redact;
	#gate = new Gate(inFlight);
	#apiClock;
	constructor(connection) {
		this.#connection = connection;
		this.#redact = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(connection.token);
	}
	now() {
		const { clock } = this.#connection;
		return this.#apiClock ? this.#apiClock.epochMs + clock.now() - this.#apiClock.at : clock.date().getTime();
	}
	async send(call) {
		return (await this.request(call)).body;
	}
	async request(call) {
		const { clock, deadline, signal, log } = this.#connection;
		const patience = clock.now() + (call.patienceMs ?? Number.POSITIVE_INFINITY);
		let mayHaveWorked = false;
		for (let attempt = 1;; attempt++) try {
			return {
				...await this.#gate.pass(() => this.#once(call), signal),
				mayHaveWorked
			};
		} catch (error) {
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m) || call.method === "POST" || !error.passing) throw error;
			mayHaveWorked ||= error.fate === "unknown";
			const asked = error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d ? error.retryAfterMs : void 0;
			const pause = Math.max(asked ?? 0, this.#backoff(attempt));
			const end = asked === void 0 ? Math.min(patience, deadline) : deadline;
			if (clock.now() + pause >= end) throw error;
			log.info(`${error.message}. Trying again in ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(pause)}.`);
			await clock.sleep(pause, signal);
		}
	}
	#backoff(attempt) {
		return Math.min(.5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S * 2 ** (attempt - 1), 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S) * (.8 + .4 * this.#connection.random());
	}
	async #once(call) {
		const { clock, deadline, signal, log } = this.#connection;
		signal.throwIfAborted();
		const endpoint = `${call.method} ${call.path}`;
		const started = clock.now();
		const limit = Math.min(requestTimeoutMs, deadline - started);
		if (limit <= 0) throw outOfTime(endpoint);
		const leave = call.method === "POST" ? graced(signal, graceMs, clock) : signal;
		let outcome = "no answer";
		try {
			const response = await within({
				ms: limit,
				clock,
				signal: leave
			}, (stop) => this.#fetch(call, stop));
			outcome = String(response.status);
			this.#setClock(response.headers.get("date"));
			if (response.status === call.accepts) return {
				status: response.status,
				body: void 0
			};
			return {
				status: response.status,
				body: this.#read(call, endpoint, response)
			};
		} catch (error) {
			if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m) throw error;
			if (signal.aborted && call.method !== "POST") throw signal.reason;
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.f(endpoint, codeOf(error), error);
		} finally {
			log.debug(`${endpoint} → ${outcome} in ${Math.round(clock.now() - started)} ms`);
		}
	}
	async #fetch(call, signal) {
		const { apiUrl, token, userAgent, fetch } = this.#connection;
		const response = await fetch(`${apiUrl}${call.path}`, {
			method: call.method,
			headers: {
				accept: "application/json",
				authorization: `Bearer ${token}`,
				"content-type": "application/json",
				"user-agent": userAgent
			},
			redirect: "manual",
			signal,
			...call.body === void 0 ? {} : { body: JSON.stringify(call.body) }
		});
		return {
			status: response.status,
			headers: response.headers,
			body: await response.text()
		};
	}
	#read(call, endpoint, response) {
		const { status, headers, body } = response;
		if (status < 200 || status > 299) {
			const words = this.#redact(wordsOf(body) || redirection(headers));
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.d(endpoint, status, words, retryAfter(headers, this.now()));
		}
		try {
			return call.read(call.method === "DELETE" ? void 0 : JSON.parse(body));
		} catch (error) {
			const problem = error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.s ? error.message : wordsOf(body) || "an empty body";
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.p(endpoint, this.#redact(problem), error);
		}
	}
	#setClock(date) {
		const epochMs = Date.parse(date ?? "");
		if (!Number.isNaN(epochMs)) this.#apiClock = {
			epochMs,
			at: this.#connection.clock.now()
		};
	}
};
function retryAfter(headers, now) {
	const value = headers.get("retry-after")?.trim();
	if (!value) return void 0;
	if (/^\d+$/.test(value)) return Number(value) * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
	const date = Date.parse(value);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
function redirection(headers) {
	const location = headers.get("location");
	if (!location) return "";
	return `a redirect to ${URL.canParse(location) ? new URL(location).host : "another path"}`;
}
function outOfTime(endpoint) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.T({
		title: "Timed out",
		message: `The time set by timeout_minutes was over before ${endpoint} could be sent.`,
		next: "Raise timeout_minutes."
	});
}
function codeOf(error) {
	for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
		const { code, errors, cause } = at;
		if (typeof code === "string") return code;
		at = cause ?? errors?.[0];
	}
	return error instanceof Error ? error.name : "unknown";
}



/***/ }),

/***/ 116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ inventoryLine)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/report/inventory.ts
function inventoryLine(snapshot, now) {
	const age = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot, now);
	return [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot.status, 40),
		...snapshot.sizeMb === null ? [] : [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(snapshot.sizeMb)],
		...age === void 0 ? [] : [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(age)} old`]
	].join(", ");
}



/***/ }),

/***/ 185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Heartbeat)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/report/progress.ts
const heartbeatMs = 30 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
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
		if (now - this.#lastAt < heartbeatMs) return;
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
	return elapsed <= usual ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(elapsed)} (usually ${documented})` : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}



/***/ }),

/***/ 882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ proofOf),
/* harmony export */   i: () => (/* binding */ noTrace),
/* harmony export */   n: () => (/* binding */ isRestoring),
/* harmony export */   o: () => (/* binding */ shortestRestoreMs),
/* harmony export */   r: () => (/* binding */ isSuspended),
/* harmony export */   s: () => (/* binding */ trace),
/* harmony export */   t: () => (/* binding */ sendUntilItLeaves)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(510);


// src/rules/proof.ts
const noTrace = {
	sawRestoring: false,
	stopped: 0
};
const shortestRestoreMs = 5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x;
const looksUntilStopped = 3;
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
function trace(before, status) {
	if (status === void 0) return before;
	const sawRestoring = before.sawRestoring || isRestoring(status);
	return {
		sawRestoring,
		stopped: sawRestoring && isStopped(status) ? before.stopped + 1 : 0
	};
}
function proofOf(status, seen, elapsed, shortest) {
	if (status !== void 0 && isRestoring(status)) return "going_on";
	if (seen.sawRestoring) {
		if (status === "active") return "back";
		if (status !== void 0 && failureWords.has(status)) return "failed";
		if (seen.stopped >= looksUntilStopped) return "back_stopped";
		return status === void 0 || isStopped(status) ? "waiting" : "unfamiliar";
	}
	if (status !== void 0 && !standingWords.has(status)) return "unfamiliar";
	return elapsed >= shortest ? "unproven" : "waiting";
}
// src/modes/sending.ts
const firstPauseMs = .5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const longestPauseMs = 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
async function sendUntilItLeaves(send, deps) {
	const giveUp = Math.min(deps.clock.now() + _http_js__WEBPACK_IMPORTED_MODULE_1__.n, deps.deadline);
	for (let pause = firstPauseMs;; pause = Math.min(2 * pause, longestPauseMs)) try {
		return await send();
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m && error.fate === "not_sent" && error.passing) || deps.clock.now() + pause >= giveUp) throw error;
		deps.log.info(`${error.message}. It was not sent; trying again soon.`);
		await deps.clock.sleep(pause, deps.signal);
	}
}



/***/ }),

/***/ 463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ windowMs),
/* harmony export */   c: () => (/* binding */ restoring),
/* harmony export */   d: () => (/* binding */ description),
/* harmony export */   f: () => (/* binding */ generatedName),
/* harmony export */   g: () => (/* binding */ sameNonce),
/* harmony export */   h: () => (/* binding */ readMark),
/* harmony export */   i: () => (/* binding */ watchSnapshots),
/* harmony export */   l: () => (/* binding */ settling),
/* harmony export */   m: () => (/* binding */ isOurs),
/* harmony export */   n: () => (/* binding */ visibleServers),
/* harmony export */   o: () => (/* binding */ Watch),
/* harmony export */   p: () => (/* binding */ isOfRun),
/* harmony export */   r: () => (/* binding */ watchServers),
/* harmony export */   s: () => (/* binding */ creating),
/* harmony export */   t: () => (/* binding */ times),
/* harmony export */   u: () => (/* binding */ defaultWords)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

// src/rules/ownership.ts
const longestDescription = 200;
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
function description(words, origin) {
	const mark = markOf(origin);
	const room = longestDescription - mark.length - 1;
	const text = words.replace(/\s+/g, " ").trim();
	const kept = text.length <= room ? text : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(text, room - 1)}…`;
	return kept ? `${kept} ${mark}` : ` ${mark}`;
}
function defaultWords({ sha, actor, runUrl }) {
	return `Before ${sha.slice(0, 7) || "a deploy"}${actor ? ` by ${actor}` : ""}${runUrl ? ` ${runUrl}` : ""}`;
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
// src/waiting/schedule.ts
const creating = {
	first: [
		2,
		5,
		10
	].map(seconds),
	plausible: 3 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x,
	usual: 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x
};
const restoring = {
	first: [
		.5,
		2,
		5,
		10
	].map(seconds),
	plausible: 5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x,
	usual: 15 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x
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
	usual: 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.x
};
const share = {
	before: .095,
	within: .0185,
	beyond: .05
};
const longestGap = 30 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const jitter = .1;
function nextLook(schedule, elapsed, random) {
	const early = schedule.first.find((look) => look > elapsed);
	if (early !== void 0) return early;
	if (elapsed < schedule.plausible) return Math.min(elapsed + gap(elapsed, share.before, random), schedule.plausible);
	return elapsed + gap(elapsed, elapsed < schedule.usual ? share.within : share.beyond, random);
}
function lookTimes(schedule, intervalMs, random) {
	return (elapsed) => intervalMs === void 0 ? nextLook(schedule, elapsed, random()) : (Math.floor(elapsed / intervalMs + 1e-9) + 1) * intervalMs;
}
function gap(elapsed, part, random) {
	return Math.min(elapsed * part * (.9 + 2 * jitter * random), longestGap);
}
function seconds(number) {
	return number * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
}
// src/waiting/watch.ts
const lastLookShare = .5;
const lastLookMs = 1e3;
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
		const last = deadline - Math.min(lastLookMs, (deadline - now) * lastLookShare);
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
		const { clock, look, onTrouble, isPassing } = this.#options;
		const startedAt = clock.now();
		const present = [...this.#pending];
		let seen;
		try {
			seen = { list: await look() };
		} catch (error) {
			if (!isPassing(error)) throw error;
			onTrouble(error);
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
// src/modes/watching.ts
const betweenLooks = { patienceMs: 5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S };
const looksInWindow = 10;
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
	return pollIntervalMs === void 0 ? usual : looksInWindow * pollIntervalMs;
}
async function visibleServers(deps) {
	try {
		return await deps.vps.listServers(deps.planning);
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d && error.status === 403) return void 0;
		throw error;
	}
}
function watch(deps, look) {
	return new Watch({
		look,
		isPassing: (error) => error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m && error.passing,
		onTrouble: (error) => deps.log.info(`${String(error.message)}. Looking again soon.`),
		clock: deps.clock,
		deadline: deps.deadline,
		signal: deps.signal
	});
}



/***/ })

};
