export const id = 487;
export const ids = [487,757,472];
export const modules = {

/***/ 232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ madeBy),
/* harmony export */   r: () => (/* binding */ twinsOf),
/* harmony export */   t: () => (/* binding */ adoption)
/* harmony export */ });
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(521);

// src/rules/adoption.ts
function adoption(request, snapshots) {
	const fresh = snapshots.filter((snapshot) => snapshot.server.id === request.serverId && !request.before.has(snapshot.id)).sort((one, other) => one.id - other.id);
	const [ours] = madeBy(request, fresh);
	if (ours) return {
		is: "ours",
		snapshot: ours
	};
	const namesake = fresh.find((snapshot) => snapshot.name === request.name && (0,_watching_js__WEBPACK_IMPORTED_MODULE_0__.h)(snapshot.description) === null);
	return namesake ? {
		is: "ambiguous",
		snapshot: namesake
	} : { is: "none" };
}
function madeBy(request, snapshots) {
	return snapshots.filter((snapshot) => snapshot.server.id === request.serverId && isFrom(request, snapshot)).sort((one, other) => one.id - other.id);
}
function isFrom(request, snapshot) {
	const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_0__.h)(snapshot.description);
	if (mark) return (0,_watching_js__WEBPACK_IMPORTED_MODULE_0__.g)(mark.nonce, request.mark.nonce);
	return snapshot.name === request.name && request.name === (0,_watching_js__WEBPACK_IMPORTED_MODULE_0__.f)(request.mark, request.serverId);
}
function twinsOf(snapshot, snapshots) {
	const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_0__.h)(snapshot.description);
	return snapshots.filter((other) => {
		if (other.id === snapshot.id || other.server.id !== snapshot.server.id) return false;
		const its = (0,_watching_js__WEBPACK_IMPORTED_MODULE_0__.h)(other.description);
		if (mark && its) return (0,_watching_js__WEBPACK_IMPORTED_MODULE_0__.g)(mark.nonce, its.nonce);
		return !mark && !its && other.name === snapshot.name && /^gha-.*-[0-9a-f]{6}$/.test(other.name);
	}).sort((one, other) => one.id - other.id);
}



/***/ }),

/***/ 419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ chosen),
/* harmony export */   t: () => (/* binding */ choiceRefusal)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(354);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(521);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(534);



// src/rules/choice.ts
function chosen(choice, snapshots, origin) {
	switch (choice.by) {
		case "id": return chosenById(choice, snapshots);
		case "name": return onePerServer(choice.servers, snapshots, `named ${choice.name}`, (ofServer) => ofServer.filter((snapshot) => snapshot.name === choice.name));
		case "latest": return onePerServer(choice.servers, snapshots, `completed and made by ${origin.repository}`, (ofServer) => ofServer.filter((snapshot) => snapshot.status === "completed" && (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.m)(snapshot, origin)).sort(_index_js__WEBPACK_IMPORTED_MODULE_0__.s).slice(0, 1));
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
// src/modes/choiceRefusal.ts
function choiceRefusal(problems, now) {
	if (problems.length === 0) return void 0;
	const lines = problems.flatMap(({ text, candidates }) => [`${text}.`, ...candidates.map((snapshot) => `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__.t)(snapshot, now)}`)]);
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.R({
		title: "Which snapshot?",
		message: lines.join("\n"),
		next: "Name exactly one snapshot per server by its snapshot_id."
	});
}



/***/ }),

/***/ 273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readCustody),
/* harmony export */   t: () => (/* binding */ newTarget)
/* harmony export */ });
function readCustody(text) {
	try {
		const custody = JSON.parse(text);
		return custody.version === 1 && Array.isArray(custody.targets) ? custody : void 0;
	} catch {
		return;
	}
}
function newTarget(facts) {
	return {
		server: null,
		name: null,
		id: null,
		refused: false,
		requestedAt: null,
		completeAt: null,
		slotsUsed: null,
		...facts
	};
}



/***/ }),

/***/ 926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ fullName),
/* harmony export */   t: () => (/* binding */ deleteOne)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(354);

// src/modes/deletion.ts
async function deleteOne({ id, snapshot }, { journal, vps }) {
	const name = fullName({
		id,
		snapshot
	});
	const change = journal.changed(`The deletion of ${name} was requested.`);
	try {
		const outcome = await vps.deleteSnapshot(id);
		change.text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(name)} was deleted.`;
		if (outcome === "absent") journal.takeBack(change);
		else journal.deleted(id, snapshot?.server.id);
		return outcome;
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__._ && error.fate !== "unknown") journal.takeBack(change);
		throw error;
	}
}
function fullName({ id, snapshot }) {
	return snapshot ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(snapshot)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(snapshot.server)}` : `snapshot ${id}`;
}



/***/ }),

/***/ 487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guard: () => (/* binding */ guard)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(354);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(521);
/* harmony import */ var _deletion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(926);
/* harmony import */ var _adoption_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(232);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(472);
/* harmony import */ var _sending_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(320);
/* harmony import */ var _takeover_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(757);
/* harmony import */ var _together_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(714);








// src/modes/cleanup.ts
const inProgressMs = 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.j;
async function cleanUp(doomed, pace, deps) {
	const { journal, log } = deps;
	const { id, snapshot } = doomed;
	const entry = journal.entryOf(id) ?? journal.enter(snapshot ? {
		server: snapshot.server,
		id,
		snapshot
	} : { id });
	const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)((0,_deletion_js__WEBPACK_IMPORTED_MODULE_2__.n)(doomed));
	try {
		const gone = await deleteWhenDone(doomed, pace, deps) === "absent";
		if (gone) journal.notice("Already gone", `${name} had been deleted already.`);
		else log.info(`${name} is deleted.`);
		if (entry.facts.result === "restored") entry.learn({ remark: "the snapshot was deleted afterwards" });
		else entry.learn({ result: gone ? "already_absent" : "deleted" });
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__._)) throw error;
		entry.learn({
			...entry.facts.result ? {} : { result: "kept" },
			remark: `not deleted: ${error.message}`
		});
		journal.warning("Snapshot not deleted", `${name} could not be deleted and takes one of the server’s slots. ${error.message}. ${error.hint} Later: mode: delete with snapshot_id: ${id}.`);
	}
}
async function deleteWhenDone(doomed, pace, deps) {
	try {
		return await (0,_deletion_js__WEBPACK_IMPORTED_MODULE_2__.t)(doomed, deps);
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m && error.fate === "refused" && error.status !== 401 && error.status !== 403) || !await hasEnded(doomed.id, pace, deps)) throw error;
		return await (0,_deletion_js__WEBPACK_IMPORTED_MODULE_2__.t)(doomed, deps);
	}
}
async function hasEnded(id, pace, deps) {
	const inProgress = (list) => list.some((one) => one.id === id && one.status === "in_progress");
	if (!inProgress(await deps.vps.listSnapshots())) return false;
	deps.log.info(`Snapshot ${id} is in progress and cannot be deleted yet. Waiting for its end.`);
	const end = await (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.i)(deps).ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_1__.s, pace, deps),
		judge(list, elapsed) {
			const ended = !inProgress(list);
			return ended || elapsed >= inProgressMs ? {
				is: "reached",
				found: ended
			} : { is: "pending" };
		}
	});
	return end.is === "reached" && end.found;
}
// src/modes/guardPlan.ts
function guardPlan(seen, work) {
	const targets = work.custody.targets.filter(({ refused }) => !refused);
	const found = targets.flatMap((target) => allOf(target, seen, work));
	const missing = targets.filter((target) => !found.some((one) => one.target === target));
	return {
		steps: found.map((one) => stepFor(one, seen, work)),
		remarks: missing.map(({ server }) => ({
			level: "notice",
			title: "No snapshot found",
			text: `${server ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server)) : "A server"}: the main step ended before its request was answered, and no snapshot came of it.`
		}))
	};
}
function allOf(target, { snapshots = [], origin }, { custody }) {
	const { id } = target;
	if (id !== null) return [{
		target,
		id,
		snapshot: snapshots.find((snapshot) => snapshot.id === id)
	}];
	return madeFor(target, custody, snapshots, origin).map((snapshot) => ({
		target,
		id: snapshot.id,
		snapshot
	}));
}
function madeFor(target, custody, list, origin) {
	if (!target.server || target.name === null) return [];
	return (0,_adoption_js__WEBPACK_IMPORTED_MODULE_3__.n)({
		serverId: target.server.id,
		name: target.name,
		mark: {
			...origin,
			nonce: custody.nonce
		}
	}, list);
}
function stepFor(found, seen, work) {
	const { id, snapshot } = found;
	const { policy, custody } = work;
	const decision = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.N)(policy, custody.succeeded && custody.confirmed, snapshot?.status === "completed");
	if (decision === "keep") return kept(found, work);
	if (isAnother(found)) return notDone(found, "Snapshot changed", "it is no longer what the main step took", "Look at it at VPS.org before you use it.");
	if (decision === "delete") return {
		do: "delete",
		id,
		snapshot,
		why: whyOf(work)
	};
	if (decision === "lost_rollback" || !snapshot) return lost(found);
	return restoring(snapshot, found, decision, seen, work);
}
function restoring(snapshot, found, decision, seen, work) {
	const { server } = snapshot;
	if (seen.foreign.includes(server.id) && !work.force) return notDone(found, "Restored by someone else", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server)} was being restored by someone else when the job ended, and that was not overwritten`, "Look at what it was restored to. force: true restores all the same.");
	const rival = rivalTest(snapshot, work, seen.origin);
	const restoreSeen = {
		...seen,
		snapshots: seen.snapshots ?? []
	};
	const objection = (0,_restore_js__WEBPACK_IMPORTED_MODULE_4__.n)(snapshot, restoreSeen, {
		maxAgeMs: void 0,
		force: work.force
	}, rival);
	if (objection) return notDone(found, objection.title, objection.text, objection.next);
	return {
		do: "restore",
		snapshot,
		server,
		thenDelete: decision === "restore_then_delete"
	};
}
function rivalsOf(snapshot, snapshots, work, origin) {
	const rival = rivalTest(snapshot, work, origin);
	return rival && !work.force ? (0,_restore_js__WEBPACK_IMPORTED_MODULE_4__.r)(snapshot, snapshots, rival) : [];
}
function rivalTest(snapshot, { custody }, origin) {
	const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.h)(snapshot.description);
	if (!custody.made && !(0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.p)(mark, origin)) return void 0;
	const own = [custody.nonce.job, mark?.nonce.job];
	return (other) => !own.includes(other.nonce.job);
}
function isAnother({ target, snapshot }) {
	if (!snapshot) return false;
	return target.server !== null && target.server.id !== snapshot.server.id || target.name !== null && target.name !== snapshot.name;
}
function kept(found, work) {
	const { id, snapshot } = found;
	const { policy, custody } = work;
	if (!policy.restore) return {
		do: "keep",
		id,
		snapshot,
		why: whyOf(work)
	};
	const why = "it was not confirmed complete before the deploy, so nothing is restored from it";
	if (!custody.succeeded) return {
		do: "keep",
		id,
		snapshot,
		why
	};
	return notDone(found, "Not rolled back", why, "With wait: false, set the policies on a later step with mode: wait.");
}
function lost(found) {
	return notDone(found, "Not rolled back", `it was complete before the deploy, and now ${found.snapshot ? `its status is "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)(found.snapshot.status, 40)}"` : "it is gone from the list"}`, "Use another snapshot or a backup of the server.");
}
function notDone(found, title, text, next) {
	const { id, snapshot, target } = found;
	const server = snapshot?.server ?? target.server;
	const name = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)({
		id,
		name: snapshot?.name ?? target.name ?? ""
	})}${server ? ` of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server)}` : ""}`;
	return {
		do: "keep",
		id,
		snapshot,
		why: text,
		failure: new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
			title,
			message: `Not rolled back from ${name}: ${text.replace(/\.$/, "")}.`,
			next
		})
	};
}
function whyOf({ ending, policy }) {
	return `on_${ending} is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.I)(policy)}`;
}
// src/modes/guardLook.ts
const settlingMs = 20 * _index_js__WEBPACK_IMPORTED_MODULE_0__.M;
async function guardLook(inputs, deps) {
	const { custody, policy } = inputs;
	const { origin, addresses } = deps;
	const unknown = custody.targets.filter(({ id, refused }) => id === null && !refused);
	const nothing = {
		snapshots: void 0,
		servers: void 0,
		foreign: [],
		origin,
		addresses,
		now: deps.vps.now()
	};
	if (custody.targets.every(({ refused }) => refused) || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.F)(policy) && unknown.length === 0) return nothing;
	const snapshots = await listedWith(unknown, inputs, deps);
	const seen = {
		...nothing,
		snapshots,
		now: deps.vps.now()
	};
	if (!policy.restore || !custody.confirmed) return seen;
	return {
		...seen,
		...await readyToRestore(snapshots, inputs, deps)
	};
}
async function listedWith(unknown, inputs, deps) {
	const first = await deps.vps.listSnapshots(deps.planning);
	const hasAll = (list) => unknown.every((target) => madeFor(target, inputs.custody, list, deps.origin).length > 0);
	if (hasAll(first)) return first;
	deps.log.info(`The main step ended before ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(unknown.length, "request")} was answered. Looking for what came of it.`);
	const window = (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.a)(settlingMs, inputs);
	const end = await (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.i)(deps).ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_1__.l, inputs, deps),
		judge: (list, elapsed) => hasAll(list) || elapsed >= window ? {
			is: "reached",
			found: list
		} : { is: "pending" }
	});
	return end.is === "reached" ? end.found : first;
}
async function readyToRestore(snapshots, inputs, deps) {
	const visible = await (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.n)(deps);
	const ids = inputs.custody.targets.flatMap(({ server }) => server?.id ?? []);
	const foreign = (0,_sending_js__WEBPACK_IMPORTED_MODULE_5__.n)(ids, visible ?? []).map(({ id }) => id);
	if (inputs.dryRun) return {
		servers: visible,
		foreign,
		snapshots
	};
	return {
		servers: visible && (await (0,_sending_js__WEBPACK_IMPORTED_MODULE_5__.i)(ids, visible, inputs, deps) ?? visible),
		foreign,
		snapshots: await untilNoneInProgress(snapshots, inputs, deps)
	};
}
async function untilNoneInProgress(snapshots, inputs, deps) {
	const waitFor = inputs.custody.targets.flatMap(({ id }) => snapshots.find((snapshot) => snapshot.id === id) ?? []).filter((snapshot) => rivalsOf(snapshot, snapshots, inputs, deps.origin).length === 0);
	const busy = (list) => list.some(({ status, server }) => status === "in_progress" && waitFor.some((one) => one.server.id === server.id));
	if (!busy(snapshots)) return snapshots;
	deps.log.info("A snapshot of the server is in progress. Waiting for that to end before the restore.");
	const end = await (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.i)(deps).ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_1__.s, inputs, deps),
		judge: (list) => busy(list) ? { is: "pending" } : {
			is: "reached",
			found: list
		}
	});
	return end.is === "reached" ? end.found : snapshots;
}
// src/modes/guard.ts
const guard = {
	look: guardLook,
	plan: guardPlan,
	async perform({ steps }, work, deps, seen) {
		(0,_takeover_js__WEBPACK_IMPORTED_MODULE_6__/* .recall */ .I)(work, deps);
		const failures = steps.flatMap((step) => step.do === "keep" ? keep(step, work, seen, deps) : []);
		const restorations = steps.filter((step) => step.do === "restore");
		const restored = [];
		failures.push(...await rollBack(restorations, restored, work, seen, deps));
		const doomed = [...steps.filter((step) => step.do === "delete"), ...restored.filter(({ thenDelete }) => thenDelete).map(({ snapshot }) => ({
			id: snapshot.id,
			snapshot
		}))];
		if (doomed.length > 0) deps.log.group("Cleaning up");
		await Promise.all(doomed.map((one) => cleanUp(one, work, deps)));
		if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)(failures, steps.length);
	}
};
function keep(step, { custody }, seen, deps) {
	const { id, snapshot, why, failure } = step;
	const target = custody.targets.find((one) => one.id === id);
	const server = snapshot?.server ?? target?.server ?? void 0;
	deps.journal.enter({
		id,
		result: failure ? "failed" : "kept",
		remark: why,
		...snapshot && { snapshot },
		...server && { server }
	});
	const used = server && seen.snapshots ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(server.id, seen.snapshots) : target?.slotsUsed;
	const slots = used ? ` ${used} of 5 slots of the server are used.` : "";
	const text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)({
		id,
		name: snapshot?.name ?? target?.name ?? ""
	}))}${server ? ` of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server)}` : ""} is kept: ${why}.${slots}`;
	if (failure) return [byHand(failure, id, deps)];
	if (custody.succeeded) deps.log.info(text);
	else deps.journal.warning("Snapshot left", `${text} Delete it when nobody needs it: mode: delete with snapshot_id: ${id}.`);
	return [];
}
async function rollBack(restorations, restored, work, seen, deps) {
	if (restorations.length === 0) return [];
	deps.log.group("Rolling back");
	const watch = seen.servers && (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.r)(deps);
	const inputs = {
		...work,
		wait: true,
		alone: restorations.length === 1
	};
	const back = [];
	const failures = await (0,_together_js__WEBPACK_IMPORTED_MODULE_7__.t)(restorations.map(async (step) => {
		await handHeld(step, deps, () => (0,_restore_js__WEBPACK_IMPORTED_MODULE_4__.restoreOne)(step, watch, inputs, deps, () => announce(step, work, deps)));
		back.push(step);
	}));
	if (back.length > 0) tellRolledBack(back, work, deps);
	const { readyUrl } = work;
	const notReady = back.length > 0 && watch && readyUrl ? await (0,_together_js__WEBPACK_IMPORTED_MODULE_7__.t)([(0,_restore_js__WEBPACK_IMPORTED_MODULE_4__.t)(readyUrl, work, deps)]) : [];
	if (notReady.length === 0) restored.push(...back);
	return [...failures, ...notReady];
}
function announce({ server, snapshot }, { ending }, { journal }) {
	if (ending !== "cancelled") return;
	journal.warning("Rollback requested", `The restore of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server)} from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(snapshot)} is accepted and goes on at VPS.org, whatever becomes of this job. It is not confirmed yet.`);
}
function tellRolledBack(back, { ending, custody }, { journal }) {
	const parts = back.map(({ server, snapshot }) => {
		const loss = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(custody.targets.find(({ id }) => id === snapshot.id));
		return `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server)} from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(snapshot)}${loss ? `; ${loss}` : ""}`;
	});
	journal[ending === "success" ? "notice" : "warning"]("Rolled back", `Rolled back: ${parts.join(". ")}.`);
}
async function handHeld(step, deps, work) {
	try {
		await work();
	} catch (error) {
		throw error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.L ? byHand(error, step.snapshot.id, deps) : error;
	}
}
function byHand(failure, id, { journal }) {
	journal.rollback.push(id);
	const { title, message, next, ending } = failure;
	const told = {
		title,
		message,
		next: `${next}\nSnapshot ${id} is kept. By hand: mode: restore with snapshot_id: ${id}.`,
		cause: failure
	};
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.L(told, ending);
}



/***/ }),

/***/ 534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ inventoryLine)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(354);

// src/report/inventory.ts
function inventoryLine(snapshot, now) {
	const age = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(snapshot, now);
	return [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(snapshot),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)(snapshot.status, 40),
		...snapshot.sizeMb === null ? [] : [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot.sizeMb)],
		...age === void 0 ? [] : [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(age)} old`]
	].join(", ");
}



/***/ }),

/***/ 675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Heartbeat)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(354);

// src/report/progress.ts
const heartbeatMs = 30 * _index_js__WEBPACK_IMPORTED_MODULE_0__.M;
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
	return elapsed <= usual ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(elapsed)} (usually ${documented})` : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}



/***/ }),

/***/ 472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ objectionTo),
/* harmony export */   r: () => (/* binding */ newerDeploys),
/* harmony export */   restore: () => (/* binding */ restore),
/* harmony export */   restoreOne: () => (/* binding */ restoreOne),
/* harmony export */   t: () => (/* binding */ waitUntilReady)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(354);
/* harmony import */ var _choiceRefusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(419);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(521);
/* harmony import */ var _sending_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(320);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(675);
/* harmony import */ var _together_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(714);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30);







// src/rules/staleness.ts
function newerDeploys(snapshot, snapshots, isOther) {
	return snapshots.filter((other) => other.server.id === snapshot.server.id && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(other, snapshot) < 0).filter((other) => {
		const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.h)(other.description);
		return mark !== null && isOther(mark);
	}).sort(_index_js__WEBPACK_IMPORTED_MODULE_0__.s);
}
// src/modes/restoreRules.ts
function restoreRefusal(named, seen, inputs) {
	const objections = [
		...named.missing.map(missing),
		...shared(named.snapshots),
		...named.snapshots.flatMap((snapshot) => objectionTo(snapshot, seen, inputs, isRival(snapshot, seen.origin)) ?? [])
	];
	const [first] = objections;
	if (!first) return void 0;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.R({
		title: objections.length === 1 ? first.title : "Restore refused",
		message: objections.map(({ text }) => text).join("\n"),
		next: [...new Set(objections.map(({ next }) => next))].join("\n")
	});
}
function missing(id) {
	return {
		title: "Snapshot not found",
		text: `Snapshot ${id} does not exist, or the token cannot see it.`,
		next: "Run mode: list to see which snapshots there are."
	};
}
function shared(snapshots) {
	return snapshots.filter(({ id, server }) => snapshots.some((other) => other.id < id && other.server.id === server.id)).map(({ server }) => ({
		title: "Two snapshots of one server",
		text: `More than one of the snapshots is of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server)}, and it can only be restored from one.`,
		next: "Name one snapshot per server."
	}));
}
function objectionTo(snapshot, seen, { maxAgeMs, force }, rival) {
	return unfinished(snapshot) ?? tooOld(snapshot, seen.now, maxAgeMs) ?? unfit(snapshot, seen, force) ?? (force || !rival ? void 0 : stale(snapshot, seen.snapshots, rival));
}
function isRival(snapshot, origin) {
	return (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.p)((0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.h)(snapshot.description), origin) ? (mark) => !(0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.p)(mark, origin) : void 0;
}
function unfinished(snapshot) {
	if (snapshot.status === "completed") return void 0;
	return {
		title: "Snapshot not complete",
		text: `${title(snapshot)} has the status "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)(snapshot.status, 40)}"; only a completed one can be restored.`,
		next: `If it is in progress, wait for it with mode: wait and snapshot_id: ${snapshot.id}.`
	};
}
function tooOld(snapshot, now, maxAgeMs) {
	if (maxAgeMs === void 0) return void 0;
	const age = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(snapshot, now);
	if (age !== void 0 && age <= maxAgeMs) return void 0;
	return {
		title: "Snapshot too old",
		text: `${title(snapshot)} is ${age === void 0 ? "of unknown age" : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(age)} old`}; max_age allows ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(maxAgeMs)}.`,
		next: "Choose a newer snapshot, or raise max_age if losing that much is meant."
	};
}
function unfit(snapshot, { servers, addresses }, force) {
	if (!servers) return void 0;
	const server = servers.find(({ id }) => id === snapshot.server.id);
	if (!server) return {
		title: "Server not found",
		text: `${title(snapshot)} belongs to a server that is not among those that the token can see.`,
		next: "Check that the token belongs to the right account."
	};
	if ((0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.o)(server.status)) return {
		title: "Server suspended",
		text: `${title(snapshot)} cannot be restored while the server is suspended.`,
		next: "Have it released at VPS.org, then run again."
	};
	if ((0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.a)(server.status) && !force) return {
		title: "Server busy",
		text: `${title(snapshot)} cannot be restored: the server is being restored already, and this step did not ask for that.`,
		next: "Wait until it is back, look which snapshot it was restored from, then run again. force: true waits for it and restores over it."
	};
	if (server.ipAddress !== null && addresses.some((address) => sameAddress(address, server.ipAddress ?? ""))) return {
		title: "The runner is on that server",
		text: `This job runs on ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server)} itself (${server.ipAddress}). The restore would stop the server, and this job with it.`,
		next: "Run the restore on another runner, such as one hosted by GitHub."
	};
}
function stale(snapshot, snapshots, rival) {
	const [newest] = newerDeploys(snapshot, snapshots, rival);
	if (!newest) return void 0;
	const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.h)(newest.description);
	return {
		title: "A newer deploy would be lost",
		text: `${title(snapshot)} is older than ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(newest)}, which ${mark?.repository} run ${mark?.runId} took before its own deploy. Restoring would wipe that deploy.`,
		next: "Look at what is on the server first. force: true restores all the same. Use concurrency, so that one deploy at a time runs per server."
	};
}
function title(snapshot) {
	return `Snapshot ${snapshot.id} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(snapshot.server)}`;
}
function sameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(address) {
	return (0,node_net__WEBPACK_IMPORTED_MODULE_6__.isIPv6)(address) ? new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname : address.trim();
}
// src/modes/readiness.ts
const steady = 3;
async function waitUntilReady(url, pace, deps) {
	deps.log.group("Waiting for ready_url");
	const startedAt = deps.clock.now();
	const judge = (answers) => answers ? {
		is: "reached",
		found: void 0
	} : { is: "pending" };
	if ((await knocking(url, deps).ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_2__.l, pace, deps),
		judge
	})).is === "reached") {
		deps.log.info(`${url} answers.`);
		return;
	}
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.z({
		title: "Server up, service not ready",
		message: `The restore is done, but ${url} gave no 2xx in ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(deps.clock.now() - startedAt)}.`,
		next: "Look at the service on the server: it runs as it was when the snapshot was taken."
	});
}
async function knockUntilProven(url, pace, deps) {
	let failed = false;
	let inRow = 0;
	return (await knocking(url, deps).ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.t)(provingByUrl, pace, deps),
		judge(answers) {
			failed ||= !answers;
			inRow = answers ? inRow + 1 : 0;
			return failed && inRow >= steady ? {
				is: "reached",
				found: true
			} : { is: "pending" };
		}
	})).is === "reached";
}
const provingByUrl = _watching_js__WEBPACK_IMPORTED_MODULE_2__.c;
function knocking(url, deps) {
	const { clock, deadline, signal } = deps;
	return new _watching_js__WEBPACK_IMPORTED_MODULE_2__.o({
		look: () => deps.knock(url),
		isPassing: () => false,
		onTrouble: () => {},
		clock,
		deadline,
		signal
	});
}
// src/modes/restoreProof.ts
var ProvenByList = class {
	#watch;
	constructor(watch) {
		this.#watch = watch;
	}
	async prove({ snapshot, server }, before, inputs, deps) {
		const { clock, log } = deps;
		const startedAt = clock.now();
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server));
		const shortest = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.a)(_sending_js__WEBPACK_IMPORTED_MODULE_3__.l, inputs);
		const heartbeat = new _progress_js__WEBPACK_IMPORTED_MODULE_4__.t(log, clock, _watching_js__WEBPACK_IMPORTED_MODULE_2__.c);
		const told = new Set();
		let seen = before;
		const judge = (list, elapsed) => {
			const status = list.find(({ id }) => id === server.id)?.status;
			const word = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)(status ?? "not in the list", 40);
			seen = (0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.u)(seen, status);
			const proof = (0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.c)(status, seen, elapsed, shortest);
			if (!told.has(word) && proof !== "back") {
				told.add(word);
				log.info(proof === "unfamiliar" ? `${name} is "${word}", which is not documented. Waiting on.` : `${name} is ${word}.`);
			}
			switch (proof) {
				case "back":
					log.info(`${name} is active again, restored from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(snapshot)}.`);
					return {
						is: "reached",
						found: void 0
					};
				case "back_stopped": return this.#stopped(name, word, inputs, deps);
				case "failed": return {
					is: "failed",
					failure: failed(name, word, snapshot.id)
				};
				case "unproven": return {
					is: "failed",
					failure: notConfirmed(name, `it was not seen restoring within ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(elapsed)}`)
				};
				default:
					heartbeat.beat(`${name} is ${word}`);
					return { is: "pending" };
			}
		};
		const end = await this.#watch.ask({
			next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_2__.c, inputs, deps),
			judge
		});
		if (end.is === "reached") return end.found;
		if (end.is === "failed") throw end.failure;
		throw stillGoing(name, clock.now() - startedAt, [...told].at(-1));
	}
	#stopped(name, word, { readyUrl }, { journal }) {
		const remark = `${name} is restored, but ${word}: start it by hand at VPS.org`;
		if (readyUrl) {
			const next = `ready_url cannot answer until the server runs. Start it, then check ${readyUrl}.`;
			return {
				is: "failed",
				failure: new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
					title: "Server stopped",
					message: `${remark}.`,
					next
				})
			};
		}
		journal.warning("Server stopped", `${remark}.`);
		return {
			is: "reached",
			found: remark
		};
	}
};
var ProvenByUrl = class {
	async prove({ server }, _before, inputs, deps) {
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server));
		if (!inputs.readyUrl) throw notConfirmed(name, "the token may not list servers, and there is no ready_url");
		if (!inputs.alone) throw notConfirmed(name, "the token may not list servers, and one ready_url cannot prove several restores");
		if (await knockUntilProven(inputs.readyUrl, inputs, deps)) return void 0;
		throw notConfirmed(name, `${inputs.readyUrl} did not fail and then answer steadily in the time allowed`);
	}
};
function notConfirmed(name, why) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
		next: "Look at the server at VPS.org before you rely on it. The snapshot is still there."
	});
}
function failed(name, word, id) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
		title: "Restore failed",
		message: `${name} is "${word}" after the restore.`,
		next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${id} tries again.`
	});
}
function stillGoing(name, elapsed, word) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.z({
		title: "Restore not done in time",
		message: `${name} was not back after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(elapsed)}; its status is ${word ?? "unknown"}.`,
		next: "The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks."
	});
}
// src/modes/restoreRequest.ts
const settlingMs = 20 * _index_js__WEBPACK_IMPORTED_MODULE_0__.M;
const mostRequests = 3;
async function requestRestore({ snapshot, server }, watch, inputs, deps) {
	const what = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(server)} from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(snapshot)}`;
	let doubt;
	let trouble;
	for (let attempt = 1; attempt <= mostRequests; attempt++) {
		try {
			await (0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.t)(() => deps.vps.restoreSnapshot(snapshot.id), deps);
			accepted();
			deps.log.info(`Restore of ${what}: accepted.`);
			return _sending_js__WEBPACK_IMPORTED_MODULE_3__.s;
		} catch (error) {
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__._)) throw error;
			if (error.fate !== "unknown" && doubt === void 0) throw refused(what, error);
			trouble = error;
		}
		doubt ??= deps.journal.changed(`The restore of ${what} may have been requested.`);
		if (!watch) break;
		deps.log.info(`${trouble.message}. Looking whether the restore began all the same.`);
		if (await hasBegun(server.id, what, watch, inputs, deps)) {
			accepted();
			deps.log.info(`Restore of ${what}: the server is being restored.`);
			return {
				..._sending_js__WEBPACK_IMPORTED_MODULE_3__.s,
				sawRestoring: true
			};
		}
		if (trouble.fate === "refused") break;
	}
	throw unknownFate(what, trouble);
	function accepted() {
		const change = doubt ?? deps.journal.changed("");
		change.text = `The restore of ${what} was requested.`;
	}
}
async function hasBegun(serverId, what, watch, inputs, deps) {
	const window = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.a)(settlingMs, inputs);
	const end = await watch.ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_2__.c, inputs, deps),
		judge(list, elapsed) {
			const begun = list.some(({ id, status }) => id === serverId && (0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.a)(status));
			return begun || elapsed >= window ? {
				is: "reached",
				found: begun
			} : { is: "pending" };
		}
	});
	if (end.is === "reached") return end.found;
	throw outOfTime(what);
}
function refused(what, error) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
		title: "Restore refused",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(what)} was not restored. ${error.message}.`,
		next: error.hint,
		cause: error
	});
}
function outOfTime(what) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.z({
		title: "Restore not certain",
		message: `The answer to the request to restore ${what} was lost, and the time set by timeout_minutes was over before it showed whether the restore began.`,
		next: "Look at the server at VPS.org before anything else is done to it, and raise timeout_minutes."
	});
}
function unknownFate(what, trouble) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
		title: "Restore not certain",
		message: `No clear answer to the request to restore ${what}. ${trouble?.message ?? ""}.`,
		next: `Look at the server at VPS.org before anything else is done to it. ${trouble?.hint ?? ""}`,
		cause: trouble
	});
}
// src/modes/restore.ts
const restore = {
	async look(_inputs, deps) {
		const [snapshots, servers] = await Promise.all([deps.vps.listSnapshots(deps.planning), (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.n)(deps)]);
		return {
			snapshots,
			servers,
			origin: deps.origin,
			addresses: deps.addresses,
			now: deps.vps.now()
		};
	},
	plan(seen, inputs) {
		const named = (0,_choiceRefusal_js__WEBPACK_IMPORTED_MODULE_1__.n)(inputs.choice, seen.snapshots, seen.origin);
		const refusal = (0,_choiceRefusal_js__WEBPACK_IMPORTED_MODULE_1__.t)(named.problems, seen.now) ?? restoreRefusal(named, seen, inputs);
		if (refusal) return refusal;
		return {
			steps: named.snapshots.map((snapshot) => ({
				do: "restore",
				snapshot,
				server: snapshot.server
			})),
			remarks: seen.servers ? [] : [unlisted(inputs)]
		};
	},
	async perform({ steps }, inputs, deps, { servers }) {
		deps.log.group("Restoring");
		const wanted = steps.map(({ server }) => server.id);
		if (servers && inputs.force) await (0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.r)(wanted, servers, inputs, deps);
		const watch = servers && (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.r)(deps);
		const alone = steps.length === 1;
		const failures = await (0,_together_js__WEBPACK_IMPORTED_MODULE_5__.t)(steps.map((step) => restoreOne(step, watch, {
			...inputs,
			alone
		}, deps)));
		if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)(failures, steps.length);
		if (inputs.wait && inputs.readyUrl && watch) await waitUntilReady(inputs.readyUrl, inputs, deps);
	}
};
function unlisted({ readyUrl }) {
	return {
		level: "notice",
		title: "Servers not visible",
		text: `The token may not list servers, so ${readyUrl ? "ready_url will have to prove the restore" : "the restore cannot be confirmed without ready_url"}.`
	};
}
async function restoreOne(step, watch, inputs, deps, onAccepted = () => {}) {
	const { snapshot, server } = step;
	const entry = deps.journal.enter({
		server,
		id: snapshot.id,
		snapshot
	});
	try {
		const startedAt = deps.clock.now();
		const seen = await requestRestore(step, watch, inputs, deps);
		deps.journal.happened("restore requested", deps.clock.date(), server.id);
		onAccepted();
		if (!inputs.wait) {
			entry.learn({ result: "requested" });
			return;
		}
		const remark = await (watch ? new ProvenByList(watch) : new ProvenByUrl()).prove(step, seen, inputs, deps);
		deps.journal.happened("server back", deps.clock.date(), server.id);
		entry.learn({
			result: "restored",
			tookMs: deps.clock.now() - startedAt,
			...remark ? { remark } : {}
		});
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.L) entry.learn({
			result: error.ending,
			remark: error.message
		});
		throw error;
	}
}



/***/ }),

/***/ 320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isRestoring),
/* harmony export */   c: () => (/* binding */ proofOf),
/* harmony export */   i: () => (/* binding */ untilResting),
/* harmony export */   l: () => (/* binding */ shortestRestoreMs),
/* harmony export */   n: () => (/* binding */ busyServers),
/* harmony export */   o: () => (/* binding */ isSuspended),
/* harmony export */   r: () => (/* binding */ untilRested),
/* harmony export */   s: () => (/* binding */ noTrace),
/* harmony export */   t: () => (/* binding */ sendUntilItLeaves),
/* harmony export */   u: () => (/* binding */ trace)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(354);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(521);


// src/rules/proof.ts
const noTrace = {
	sawRestoring: false,
	stopped: 0
};
const shortestRestoreMs = 5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.j;
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
// src/modes/resting.ts
function busyServers(wanted, servers) {
	return servers.filter(({ id, status }) => wanted.includes(id) && isRestoring(status));
}
async function untilResting(wanted, servers, pace, deps) {
	const [first] = busyServers(wanted, servers);
	if (!first) return servers;
	deps.log.info(`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(first))} is being restored. Waiting for that to end first.`);
	const end = await (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.r)(deps).ask({
		next: (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.t)(_watching_js__WEBPACK_IMPORTED_MODULE_1__.c, pace, deps),
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
	const name = first ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.y)(first)) : "The server";
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.R({
		title: "Server busy",
		message: `${name} was still being restored after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(deps.clock.now() - startedAt)}.`,
		next: "Run again when it is back, or raise timeout_minutes."
	}, "timed_out");
}
// src/modes/sending.ts
const firstPauseMs = .5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.M;
const longestPauseMs = 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.M;
async function sendUntilItLeaves(send, deps) {
	const giveUp = Math.min(deps.clock.now() + _index_js__WEBPACK_IMPORTED_MODULE_0__.t, deps.deadline);
	for (let pause = firstPauseMs;; pause = Math.min(2 * pause, longestPauseMs)) try {
		return await send();
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__._ && error.fate === "not_sent" && error.passing) || deps.clock.now() + pause >= giveUp) throw error;
		deps.log.info(`${error.message}. It was not sent; trying again soon.`);
		await deps.clock.sleep(pause, deps.signal);
	}
}



/***/ }),

/***/ 757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ recall),
/* harmony export */   reasonOf: () => (/* binding */ reasonOf),
/* harmony export */   takeOver: () => (/* binding */ takeOver)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(354);
/* harmony import */ var _custody_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(273);


// src/inputs/guard.ts
const cancelledBudgetMs = 180 * _index_js__WEBPACK_IMPORTED_MODULE_0__.M;
function readGuardInputs(raw) {
	const ending = raw("job_status");
	if (!(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.w)(ending)) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)("job_status", ending, _index_js__WEBPACK_IMPORTED_MODULE_0__.P.join(", "));
	const common = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.C)(raw);
	return {
		...common,
		timeoutMs: ending === "cancelled" ? Math.min(common.timeoutMs, cancelledBudgetMs) : common.timeoutMs,
		ending,
		policy: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.T)(raw, ending),
		readyUrl: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.S)(raw, "ready_url", _index_js__WEBPACK_IMPORTED_MODULE_0__.D),
		force: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.x)(raw, "force", false)
	};
}
// src/modes/takeover.ts
function takeOver(saved, raw, journal) {
	const custody = (0,_custody_js__WEBPACK_IMPORTED_MODULE_1__.n)(saved);
	if (!custody) throw unreadable();
	const kept = custody.targets.flatMap(({ id }) => id ?? []);
	try {
		const work = {
			...readGuardInputs(raw),
			custody
		};
		if (work.apiUrl !== custody.apiUrl) throw otherApi();
		return work;
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.L)) throw error;
		journal.rollback.push(...kept);
		const { title, message, next } = error;
		const names = kept.length > 0 ? ` Kept: snapshot ${kept.join(", ")}.` : "";
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
			title,
			message: `${message} Nothing was done after the job.${names}`,
			next,
			cause: error
		});
	}
}
function reasonOf({ ending, policy, custody }) {
	const state = custody.confirmed ? "confirmed complete before the deploy" : "not confirmed by the main step";
	return `The job ended with ${ending}, and on_${ending} is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.I)(policy)}. ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(custody.targets.length, "snapshot")}, ${state}.`;
}
function recall({ custody }, { journal, clock }) {
	for (const { server, requestedAt, completeAt } of custody.targets) {
		if (!server) continue;
		if (requestedAt) journal.happened("snapshot requested", new Date(requestedAt), server.id);
		if (completeAt) journal.happened("snapshot complete", new Date(completeAt), server.id);
		journal.happened("job ended", clock.date(), server.id);
	}
}
function unreadable() {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
		title: "State not readable",
		message: "What the main step saved for the end of the job was written by another version of this action. Nothing was done after the job.",
		next: "Use one version of the action per job. The main step’s log and summary name the snapshot."
	});
}
function otherApi() {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.L({
		title: "Another api_url",
		message: "Input api_url is another one now than when the snapshot was taken, and the token is not sent there.",
		next: "Give api_url a value that does not change during the job."
	});
}



/***/ }),

/***/ 714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ failuresOf)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(354);

// src/modes/together.ts
async function failuresOf(tasks) {
	return (await Promise.allSettled(tasks)).flatMap((outcome) => {
		if (outcome.status === "fulfilled") return [];
		if (!(outcome.reason instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.L)) throw outcome.reason;
		return [outcome.reason];
	});
}



/***/ }),

/***/ 521:
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
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(354);

// src/rules/ownership.ts
const longestDescription = 200;
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
function description(words, origin) {
	const mark = markOf(origin);
	const room = longestDescription - mark.length - 1;
	const text = words.replace(/\s+/g, " ").trim();
	const kept = text.length <= room ? text : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(text, room - 1)}…`;
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
		10,
		15
	].map(seconds),
	plausible: 3 * _index_js__WEBPACK_IMPORTED_MODULE_0__.j,
	usual: 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.j
};
const restoring = {
	first: [
		.5,
		2,
		5,
		10
	].map(seconds),
	plausible: 5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.j,
	usual: 15 * _index_js__WEBPACK_IMPORTED_MODULE_0__.j
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
	usual: 10 * _index_js__WEBPACK_IMPORTED_MODULE_0__.j
};
const share = {
	before: .095,
	within: .0188,
	beyond: .05
};
const longestGap = 30 * _index_js__WEBPACK_IMPORTED_MODULE_0__.M;
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
	return number * _index_js__WEBPACK_IMPORTED_MODULE_0__.M;
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
		const { clock, deadline, look, onTrouble, isPassing } = this.#options;
		const startedAt = clock.now();
		const present = [...this.#pending];
		let seen;
		try {
			seen = { list: await look() };
		} catch (error) {
			if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.z) return;
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
// src/modes/watching.ts
const betweenLooks = { patienceMs: 5 * _index_js__WEBPACK_IMPORTED_MODULE_0__.M };
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
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m && error.status === 403) return void 0;
		throw error;
	}
}
function watch(deps, look) {
	return new Watch({
		look,
		isPassing: (error) => error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__._ && error.passing,
		onTrouble: (error) => deps.log.info(`${String(error.message)}. Looking again soon.`),
		clock: deps.clock,
		deadline: deps.deadline,
		signal: deps.signal
	});
}



/***/ })

};
