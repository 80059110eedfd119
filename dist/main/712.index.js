export const id = 712;
export const ids = [712];
export const modules = {

/***/ 950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ deleteSnapshot),
/* harmony export */   r: () => (/* binding */ unlessNotNow),
/* harmony export */   t: () => (/* binding */ NotGone)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(965);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(765);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(835);




// src/operations/not-now.ts
async function unlessNotNow(ask, again, deps) {
	const { clock, deadline, log, pace } = deps;
	const until = clock.now() + (again.patienceMs ?? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.v)(deadline - clock.now()));
	for (let growing = 5e3;; growing = Math.min(2 * growing, 6e4)) try {
		return await ask();
	} catch (error) {
		if (!(error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_2__.y && error.isNotNow)) throw error;
		const asked = error.retryAfterMs ?? 0;
		const left = until - clock.now();
		if (left <= 0 || asked > left) throw error;
		log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(error.message)} ${again.saying}`);
		await again.pause(Math.max(Math.min((0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, growing), left), asked), until);
	}
}
// src/operations/delete-snapshot.ts
async function deleteSnapshot(subject, deps, patience = {}) {
	const { journal } = deps;
	const id = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)(subject);
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(subject);
	journal.doubt("delete", id, `The deletion of ${name} was requested.`);
	try {
		if (await requestWhenIdle(id, patience, deps) === "absent") {
			journal.takeBack("delete", id);
			return "already_absent";
		}
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a)) throw error;
		if (error.fate !== "unknown") journal.takeBack("delete", id);
		throw notDeleted((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(name), error);
	}
	await gone(subject, patience, deps);
	journal.settle("delete", id, `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(name)} was deleted.`);
	journal.deleted(id, (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.l)(subject)?.server.id);
	return "deleted";
}
function requestWhenIdle(id, patience, deps) {
	return unlessNotNow(() => deps.vps.deleteSnapshot(id, patience), {
		patienceMs: patience.whenBusyMs,
		saying: `Waiting until snapshot ${id} can be deleted.`,
		pause: (pause, until) => untilIdle(id, {
			pause,
			until
		}, deps)
	}, deps);
}
async function untilIdle(id, { pause, until }, deps) {
	const { clock, signal } = deps;
	const isUnder = (all) => all.some((one) => one.id === id && (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.x)(one.status));
	const since = clock.now();
	const list = await oneLook(deps);
	if (!list || !isUnder(list)) {
		await clock.sleep(since + pause - clock.now(), signal);
		return;
	}
	const patienceMs = until - clock.now();
	await deps.snapshots.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.a,
		patienceMs,
		isSo: (later) => !isUnder(later)
	});
}
async function oneLook(deps) {
	try {
		return await (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__.E)(deps);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a && error.passing)) throw error;
		return;
	}
}
async function gone(subject, { isForSlot }, deps) {
	const id = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)(subject);
	const { clock, deadline, pace } = deps;
	const windowMs = Math.min((0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.o)(pace, 12e4), Math.max(0, deadline - clock.now()));
	const { so, seen, timedOut } = await deps.snapshots.until({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.i,
		windowMs,
		isSo: (list) => (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.c)(list) && !list.some((one) => one.id === id) && !(isForSlot === true && (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.l)(list).includes(id))
	});
	if (so) return;
	const words = {
		title: "Deletion accepted, not gone",
		message: `The deletion of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(subject)} was accepted, and ${seen ? "the lists still show it" : "no list could be had since"}${timedOut ? "" : ` after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__.n)(windowMs)}`}.`,
		next: "It takes a slot until it is gone. Look again in some minutes with mode: list, or at VPS.org."
	};
	throw timedOut ? new _start_js__WEBPACK_IMPORTED_MODULE_0__.j(words) : new NotGone(words);
}
var NotGone = class extends _start_js__WEBPACK_IMPORTED_MODULE_0__.k {};
function notDeleted(name, error) {
	return error.fate === "unknown" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Deletion not certain",
		message: `${name} may or may not have been deleted.`
	}) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(error, {
		title: "Not deleted",
		message: `${name} was not deleted.`
	});
}



/***/ }),

/***/ 712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ mayBeOfSibling),
/* harmony export */   i: () => (/* binding */ appeared),
/* harmony export */   n: () => (/* binding */ waitUntilComplete),
/* harmony export */   o: () => (/* binding */ lookAfterServers),
/* harmony export */   r: () => (/* binding */ verifySnapshots),
/* harmony export */   s: () => (/* binding */ hurried),
/* harmony export */   t: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(387);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(765);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(965);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(835);
/* harmony import */ var _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(950);
/* harmony import */ var _visible_servers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(155);
/* harmony import */ var _restorable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(685);








// src/reading/hurried.ts
function hurried(deps, by) {
	return {
		...deps,
		...deps.reach(Math.min(by, deps.deadline))
	};
}
// src/operations/look-after.ts
async function lookAfterServers(ran, deps) {
	if (ran.length === 0) return;
	const servers = await seenServers(deps) ?? [];
	for (const { id, status } of servers) {
		const server = ran.find((one) => one.id === id);
		if (!server || !(0,_restorable_js__WEBPACK_IMPORTED_MODULE_6__.u)(status)) continue;
		deps.journal.warning("Server stands still", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server))} ran before its snapshot was taken and is ${status} now; nobody here stopped it, so nobody here starts it. If it should run: ${deps.vps.startByHand(id)}`);
	}
}
function warnOfEmpty(snapshots, all, deps) {
	for (const snapshot of snapshots.filter((one) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.b)(one, all))) deps.journal.warning("Snapshot without content", `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)} is complete with a size of 0, while other snapshots of the account are larger. Look at it at VPS.org before you rely on it.`);
}
async function seenServers(deps) {
	try {
		return await (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_5__.t)(hurried(deps, deps.clock.now() + 2e4));
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.a || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.j)) throw error;
		return;
	}
}
// src/rules/adoption.ts
function appeared(request, snapshots) {
	const fresh = snapshots.filter((snapshot) => belongs(snapshot, request) && !request.before.has(snapshot.id)).sort(oldestFirst);
	const unmarked = fresh.filter((snapshot) => ((0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.m)(request.mark, snapshot.description) || mayBeOfSibling(snapshot, request)) && isYoungerThan(request, snapshot) && !isAnothersName(snapshot.name, request));
	return {
		ours: madeBy(request, fresh.filter((snapshot) => !mayBeOfSibling(snapshot, request)))[0],
		unmarked
	};
}
function mayBeOfSibling({ server, name }, request) {
	const { hasSiblings, mark, serverId } = request;
	return hasSiblings === true && server.id === _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id && name !== (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.l)(mark, serverId);
}
function isYoungerThan({ askedAt }, snapshot) {
	return ((0,_age_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot) ?? askedAt) >= askedAt - 6e5;
}
function isAnothersName(name, { mark, serverId, name: own }) {
	return (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.h)(name) !== void 0 && name !== own && name !== (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.l)(mark, serverId);
}
function madeBy(request, snapshots) {
	return snapshots.filter((snapshot) => belongs(snapshot, request) && isFrom(request, snapshot)).sort(oldestFirst);
}
function belongs({ server, name }, request) {
	if (server.id !== _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id) return server.id === request.serverId;
	return name === request.name || name === (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.l)(request.mark, request.serverId);
}
function isFrom({ mark, serverId }, snapshot) {
	const its = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.g)(snapshot.description);
	if (its) return (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__._)(its.nonce, mark.nonce);
	return snapshot.name === (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.l)(mark, serverId);
}
function twinsOf(snapshot, snapshots) {
	const mark = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.g)(snapshot.description);
	return snapshots.filter((other) => {
		if (other.id === snapshot.id || other.server.id !== snapshot.server.id) return false;
		const its = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.g)(other.description);
		const isNamesake = other.name === snapshot.name && /^gha-.*-[0-9a-f]{6}$/.test(other.name);
		if (mark && its) return (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__._)(mark.nonce, its.nonce) && (isNamesake || snapshot.server.id !== _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id);
		return !mark && !its && isNamesake;
	}).sort(oldestFirst);
}
function oldestFirst(one, other) {
	return (0,_age_js__WEBPACK_IMPORTED_MODULE_1__.r)(other, one);
}
// src/operations/verify-snapshots.ts
async function verifySnapshots(complete, deps) {
	const agrees = (shown) => complete.every((snapshot) => changedSince(snapshot, shown) === void 0);
	const { list } = await (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.o)(agrees, deps);
	const failures = complete.flatMap((snapshot) => changedSince(snapshot, list) ?? []);
	if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(failures, complete.length);
	deps.journal.counted(complete.map(({ server }) => server.id), list);
	const kept = [];
	for (const snapshot of complete) kept.push(await withoutTwins(snapshot, list, deps));
	warnOfEmpty(kept.map((snapshot) => list.find(({ id }) => id === snapshot.id) ?? snapshot), list, deps);
	return kept;
}
function changedSince(snapshot, list) {
	const now = list.find(({ id }) => id === snapshot.id);
	if (now && (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.y)(now.status) && now.server.id === snapshot.server.id && now.name === snapshot.name) return void 0;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Snapshot changed",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)} was complete, and a moment later the list shows ${now ? `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(now)} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(now.server)}, ${now.status}` : "it no more"}.`,
		next: "Someone else works on this server’s snapshots. Let one deploy at a time run per server (concurrency), and run again."
	});
}
async function withoutTwins(snapshot, list, deps) {
	const twins = twinsOf(snapshot, list);
	const original = twins.find((twin) => (0,_age_js__WEBPACK_IMPORTED_MODULE_1__.r)(twin, snapshot) > 0 && (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.y)(twin.status)) ?? snapshot;
	for (const surplus of [snapshot, ...twins].filter(({ id }) => id !== original.id)) {
		const text = `A lost answer led to ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(surplus)} beside ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(original)} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(original.server)}.`;
		const left = isMadeHere(surplus, deps.origin) ? await deletedAgain(surplus, deps) : "It was made by another run; delete it if nobody needs it.";
		if (left === void 0) deps.log.info(`${text} It was deleted again.`);
		else deps.journal.warning("One snapshot too many", `${text} ${left}`);
	}
	return original;
}
const patience = {
	...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.t)(12e4),
	whenBusyMs: 12e4
};
async function deletedAgain(surplus, deps) {
	try {
		await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_4__.n)({ listed: surplus }, deps, patience);
		return;
	} catch (error) {
		deps.signal.throwIfAborted();
		const { message } = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.k && error.cause instanceof Error ? error.cause : error;
		return `It could not be deleted (${message}): delete it by hand.`;
	}
}
function isMadeHere(snapshot, origin) {
	return (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.d)((0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.g)(snapshot.description), origin) || snapshot.name === (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.l)(origin, snapshot.server.id);
}
// src/operations/wait-until-complete.ts
async function waitUntilComplete(awaited, deps, whenComplete = () => {}) {
	const { log, clock } = deps;
	const startedAt = clock.now();
	const heartbeat = new _restorable_js__WEBPACK_IMPORTED_MODULE_6__.o(log, clock, _schedule_js__WEBPACK_IMPORTED_MODULE_3__.a);
	const open = awaited.map((target) => ({
		...target,
		sightings: _shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.T,
		unfamiliar: new Set()
	}));
	const complete = new Map();
	const settling = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_3__.o)(deps.pace, 2e4);
	const judge = (list, elapsed) => {
		const looks = open.filter(({ id }) => !complete.has(id)).map((target) => ({
			target,
			...look(target, list, {
				elapsed,
				settlingMs: settling
			})
		}));
		for (const { target, standing, snapshot } of looks) {
			if (snapshot && standing === "complete") {
				complete.set(target.id, snapshot);
				learnComplete(target, {
					snapshot,
					elapsed
				}, deps);
				whenComplete(target);
			}
			if (snapshot && standing === "unfamiliar") tellOnce(target, snapshot.status, deps);
		}
		const failures = looks.flatMap((one) => isEnd(one.standing) ? failed(one, one.standing) : []);
		if (failures.length > 0) return {
			is: "failed",
			failure: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(failures, awaited.length)
		};
		heartbeat.beat(`${complete.size} of ${awaited.length} complete`);
		if (complete.size < awaited.length) return { is: "pending" };
		return {
			is: "reached",
			found: awaited.flatMap(({ id }) => complete.get(id) ?? [])
		};
	};
	const end = await deps.snapshots.ask({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_3__.a,
		judge
	});
	if (end.is === "reached") return end.found;
	if (end.is === "failed") throw end.failure;
	const late = open.filter(({ id }) => !complete.has(id));
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(late.map((target) => stillGoing(target, clock.now() - startedAt)), awaited.length);
}
function look(target, list, at) {
	const snapshot = list.find(({ id }) => id === target.id);
	if (snapshot || (0,_schedule_js__WEBPACK_IMPORTED_MODULE_3__.c)(list)) target.sightings = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.S)(target.sightings, snapshot, at.elapsed);
	if (snapshot) target.entry.learn({
		snapshot,
		server: ownerOf(snapshot, target)
	});
	return {
		snapshot,
		standing: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.C)(snapshot, {
			...at,
			sightings: target.sightings
		})
	};
}
function ownerOf({ server }, target) {
	return server.id === _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id ? target.server ?? server : server;
}
function learnComplete({ entry }, { snapshot, elapsed }, { clock, log }) {
	entry.learn({
		tookMs: elapsed,
		completeAt: clock.date()
	});
	log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot))} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)} is complete.`);
}
function tellOnce({ id, unfamiliar }, status, { log }) {
	if (unfamiliar.has(status)) return;
	unfamiliar.add(status);
	log.info(`Snapshot ${id} has the status "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(status, 40)}", which is not documented. Waiting on.`);
}
function isEnd(standing) {
	return standing === "failed" || standing === "lost" || standing === "gone";
}
function failed({ target, snapshot }, standing) {
	const remark = {
		failed: `ended as "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(snapshot?.status ?? "", 40)}" at VPS.org`,
		lost: "was never seen in the list of snapshots",
		gone: "was deleted by someone else while this step waited for it"
	}[standing];
	target.entry.learn({
		result: "failed",
		remark
	});
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: {
			failed: "Snapshot failed",
			lost: "Snapshot not complete",
			gone: "Snapshot not complete"
		}[standing],
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(nameOf(target))} ${remark}.`,
		next: {
			failed: `It cannot be restored from. Delete it (mode: delete, snapshot_id: ${target.id}) and run again; ask VPS.org support if that repeats.`,
			lost: "Compare the id with what mode: list shows, and check that the token belongs to the same account.",
			gone: "Let one deploy at a time run per server (concurrency), and run again."
		}[standing]
	});
}
function stillGoing(target, elapsed) {
	const status = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(target.entry.facts.snapshot?.status ?? "not in the list yet", 40);
	const remark = `was not complete after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(elapsed)}; its status is ${status}`;
	target.entry.learn({
		result: "timed_out",
		remark
	});
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.j({
		title: "Snapshot not complete in time",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(nameOf(target))} ${remark}.`,
		next: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.w)(status) === "unfamiliar" && target.entry.facts.snapshot ? "That word is not documented: look at VPS.org what became of the snapshot." : `The snapshot goes on at VPS.org. Wait on with mode: wait and snapshot_id: ${target.id}, look with mode: list, or raise timeout_minutes.`
	});
}
function nameOf({ id, server, entry }) {
	const { snapshot } = entry.facts;
	const owner = snapshot?.server ?? server;
	return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot ?? {
		id,
		name: ""
	})}${owner ? ` of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(owner)}` : ""}`;
}
// src/state/saved-state.ts
function newTarget(known) {
	return {
		server: null,
		name: null,
		request: "open",
		ran: null,
		requestedAt: null,
		completeAt: null,
		sizeMb: null,
		createdAt: null,
		slotsUsed: null,
		...known
	};
}
function isDoubtful({ request }) {
	return typeof request === "object" && request.doubtful === true;
}
// src/state/recorder.ts
var Recorder = class {
	#state;
	#deps;
	#needed;
	constructor({ made, targets, inputs }, deps) {
		const requestedAt = made ? deps.clock.date().toISOString() : null;
		this.#deps = deps;
		this.#needed = inputs.stopServer === true || (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(inputs.policies);
		this.#state = {
			version: 2,
			nonce: deps.origin.nonce,
			apiUrl: inputs.apiUrl,
			made,
			policies: inputs.policies,
			succeeded: false,
			confirmed: false,
			standing: [],
			targets: targets.map((known) => newTarget({
				requestedAt,
				...known,
				server: known.server ? identity(known.server) : null
			}))
		};
		this.#save();
	}
	learnId(index, { snapshot, doubtful }) {
		const { id } = snapshot;
		const { targets } = this.#state;
		Object.assign(targets[index] ?? {}, { request: doubtful ? {
			id,
			doubtful
		} : { id } });
		const isFound = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.g)(snapshot.description) !== null;
		if (doubtful || !isFound || targets.length <= 100) this.#save();
	}
	refused(index) {
		Object.assign(this.#state.targets[index] ?? {}, { request: "refused" });
		this.#save();
	}
	stopping(server) {
		const stoppedAt = this.#deps.clock.date().toISOString();
		const byHand = this.#deps.vps.startByHand(server.id);
		this.#state.standing.push({
			server: identity(server),
			stoppedAt,
			unclear: true,
			byHand
		});
		this.#save();
	}
	stopped(id) {
		for (const one of this.#state.standing) if (one.server.id === id) one.unclear = false;
		this.#save();
	}
	running(id) {
		this.#state.standing = this.#state.standing.filter(({ server }) => server.id !== id);
		this.#save();
	}
	confirm(snapshots, completeAt, ranOf) {
		for (const [index, { id, name, server, createdAt, sizeMb }] of snapshots.entries()) {
			const target = this.#state.targets[index];
			if (!target) continue;
			target.request = isDoubtful(target) ? {
				id,
				doubtful: true
			} : { id };
			target.name = name;
			if (server.id !== _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id) target.server = identity(server);
			target.ran ??= ranOf?.(server.id) ?? null;
			target.completeAt = completeAt[index]?.toISOString() ?? null;
			target.requestedAt ??= createdAt;
			Object.assign(target, {
				sizeMb,
				createdAt
			});
		}
		this.#state.confirmed = true;
		this.#state.notesBefore = this.#deps.notes.all().length;
		this.#save();
	}
	succeed() {
		for (const target of this.#state.targets) target.slotsUsed = (target.server && this.#deps.journal.slots.get(target.server.id)) ?? null;
		this.#state.succeeded = true;
		this.#save();
	}
	#save() {
		if (this.#deps.saveState(JSON.stringify(this.#state)) || !this.#needed) return;
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
			title: "State not saved",
			message: "GITHUB_STATE could not be written, so the post step would not know which snapshot to look after.",
			next: "Check the disk of the runner. Without a policy (on_success, on_failure, on_cancelled) and without stop_server the step needs no state."
		});
	}
};
function identity(server) {
	return {
		id: server.id,
		...server.name === void 0 ? {} : { name: server.name }
	};
}



/***/ }),

/***/ 685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ makerOf),
/* harmony export */   c: () => (/* binding */ isRestoring),
/* harmony export */   d: () => (/* binding */ isSuspended),
/* harmony export */   f: () => (/* binding */ runsBy),
/* harmony export */   i: () => (/* binding */ isByRun),
/* harmony export */   l: () => (/* binding */ isRunning),
/* harmony export */   n: () => (/* binding */ objectionTo),
/* harmony export */   o: () => (/* binding */ Heartbeat),
/* harmony export */   r: () => (/* binding */ runnersOwn),
/* harmony export */   s: () => (/* binding */ isFailed),
/* harmony export */   t: () => (/* binding */ fromEarlierAttempt),
/* harmony export */   u: () => (/* binding */ isStopped)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(387);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(765);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(965);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(835);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30);






// src/rules/server-status.ts
const runningWords = new Set([
	"active",
	"running",
	"online",
	"on",
	"started"
]);
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
function runsBy(servers, server) {
	const status = servers?.find(({ id }) => id === server)?.status;
	return status === void 0 ? void 0 : isRunning(status);
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
	return elapsed <= usual ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__.n)(elapsed)} (usually ${documented})` : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__.n)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}
// src/rules/newer-deploys.ts
function newerDeploys(snapshot, snapshots, isOther) {
	return snapshots.filter((other) => other.id !== snapshot.id && mayShareServer(other, snapshot)).filter((other) => isNewer(other, snapshot) && (isOther(makerOf(other)) || isOfAnybody(other))).sort(_age_js__WEBPACK_IMPORTED_MODULE_1__.r);
}
function makerOf({ description, name }) {
	const mark = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.g)(description);
	if (mark) return { mark };
	const run = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.h)(name);
	return run ? { run } : "unknown";
}
function isByRun(maker, origin) {
	if (maker === "unknown") return false;
	return "mark" in maker ? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.d)(maker.mark, origin) : maker.run.runId === origin.runId;
}
function isOfAnybody(snapshot) {
	return snapshot.server.id === _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id && makerOf(snapshot) === "unknown";
}
function mayShareServer({ server }, { server: of }) {
	return server.id === of.id || server.id === _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id || of.id === _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id;
}
function isNewer(other, snapshot) {
	const [made, than] = [(0,_age_js__WEBPACK_IMPORTED_MODULE_1__.n)(other), (0,_age_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot)];
	if (made === void 0 || than === void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(other, snapshot) > 0 || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(other.id) || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot.id);
	return made >= than;
}
// src/rules/restorable.ts
function objectionTo(snapshot, seen, terms) {
	const { maxAgeMs, force, isRival } = terms;
	return unfinished(snapshot) ?? tooOld(snapshot, seen.now, maxAgeMs) ?? unfit(snapshot, seen, force) ?? (force ? void 0 : fromEarlierAttempt(snapshot, seen)) ?? (force || !isRival ? void 0 : stale(snapshot, seen.snapshots, isRival));
}
function unfinished(snapshot) {
	if ((0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.y)(snapshot.status)) return void 0;
	return {
		title: "Snapshot not complete",
		text: `${title(snapshot)} has the status "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(snapshot.status, 40)}"; only a completed one can be restored.`,
		next: `If it is in progress, wait for it with mode: wait and snapshot_id: ${snapshot.id}.`
	};
}
function tooOld(snapshot, now, maxAgeMs) {
	if (maxAgeMs === void 0) return void 0;
	const age = (0,_age_js__WEBPACK_IMPORTED_MODULE_1__.t)(snapshot, now);
	if (age !== void 0 && age <= maxAgeMs) return void 0;
	return {
		title: "Snapshot too old",
		text: `${title(snapshot)} is ${age === void 0 ? "of unknown age" : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__.n)(age)} old`}; max_age allows ${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__.n)(maxAgeMs)}.`,
		next: "Choose a newer snapshot, or raise max_age if losing that much is meant."
	};
}
function fromEarlierAttempt(snapshot, { origin, now }) {
	const mark = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.g)(snapshot.description);
	if (!(0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.u)(mark, origin) || ((0,_age_js__WEBPACK_IMPORTED_MODULE_1__.t)(snapshot, now) ?? 0) <= 36e5) return void 0;
	return {
		title: "From an earlier attempt",
		text: `${title(snapshot)} was taken by attempt ${mark?.attempt} of this run, more than ${(0,_format_js__WEBPACK_IMPORTED_MODULE_5__.n)(36e5)} ago.`,
		next: "Re-run all jobs, so that a new snapshot is taken before the deploy. force: true restores all the same."
	};
}
function unfit(snapshot, { servers, addresses }, force) {
	if (!servers) return void 0;
	const server = servers.find(({ id }) => id === snapshot.server.id);
	if (!server && snapshot.server.id === _schedule_js__WEBPACK_IMPORTED_MODULE_3__.h.id) return {
		title: "Owner not known",
		text: `VPS.org does not say which server snapshot ${snapshot.id} is of.`,
		next: "Name that one server with server_id beside the snapshot_id."
	};
	if (!server) return {
		title: "Server not found",
		text: `${title(snapshot)} belongs to a server that is not among those that the token can see.`,
		next: "Check that the token belongs to the right account."
	};
	if (isSuspended(server.status)) return {
		title: "Server suspended",
		text: `${title(snapshot)} cannot be restored while the server is suspended.`,
		next: "Have it released at VPS.org, then run again."
	};
	if (isRestoring(server.status) && !force) return {
		title: "Server busy",
		text: `${title(snapshot)} cannot be restored: the server is being restored already, and this step did not ask for that.`,
		next: "Wait until it is back, look which snapshot it was restored from, then run again. force: true waits for it and restores over it."
	};
	return force ? void 0 : runnersOwn(server, addresses);
}
function runnersOwn(server, addresses) {
	const shared = server.addresses.find((one) => addresses.some((address) => sameAddress(address, one)));
	if (shared === void 0) return void 0;
	return {
		title: "The runner is on that server",
		text: `This job runs on ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} itself (${shared}). The restore would stop the server, and this job with it.`,
		next: "Run the restore on another runner, such as one hosted by GitHub. If that address only looks alike, as private ones may in a container: force: true restores all the same."
	};
}
function stale(snapshot, snapshots, isRival) {
	const [newest] = newerDeploys(snapshot, snapshots, isRival);
	if (!newest) return void 0;
	return {
		title: "A newer deploy would be lost",
		text: `${title(snapshot)} is ${isSameAge(snapshot, newest) ? "no newer" : "older"} than ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(newest)}, which ${nameOf(makerOf(newest))} took before its own deploy. Restoring would wipe that deploy.`,
		next: "Look at what is on the server first. force: true restores all the same. Give all workflows that deploy to it the same concurrency group."
	};
}
function isSameAge(one, other) {
	return Date.parse(one.createdAt ?? "") === Date.parse(other.createdAt ?? "");
}
function nameOf(maker) {
	if (maker === "unknown") return "somebody";
	return "mark" in maker ? `${maker.mark.repository} run ${maker.mark.runId}` : `run ${maker.run.runId}`;
}
function title(snapshot) {
	return `Snapshot ${snapshot.id} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)}`;
}
function sameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(address) {
	return (0,node_net__WEBPACK_IMPORTED_MODULE_4__.isIPv6)(address) ? new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname : address.trim();
}



/***/ }),

/***/ 155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ visibleServers)
/* harmony export */ });
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(835);

// src/reading/visible-servers.ts
async function visibleServers(deps) {
	try {
		return await deps.vps.listServers(deps.planning);
	} catch (error) {
		if (error instanceof _schedule_js__WEBPACK_IMPORTED_MODULE_0__.y && error.isNotPermitted) return void 0;
		throw error;
	}
}



/***/ })

};
