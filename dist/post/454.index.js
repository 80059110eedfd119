export const id = 454;
export const ids = [454,355];
export const modules = {

/***/ 454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guard: () => (/* binding */ guard)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);
/* harmony import */ var _poller_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(865);
/* harmony import */ var _read_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(355);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30);




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
function reasonOf(failure) {
	const { cause } = failure;
	return cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u ? `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(cause.message)} ${cause.next}` : `${failure.message} ${failure.next}`;
}
function concernsOne(failure) {
	return failure.cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u || failure instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.M;
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
// src/rules/server-status.ts
const runningWords = new Set(["active"]);
const restoringWords = new Set(["restoring"]);
const suspendedWords = new Set(["suspended"]);
const failureWords$1 = new Set([
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
	return failureWords$1.has(status);
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
	const made = await find((0,_poller_js__WEBPACK_IMPORTED_MODULE_1__.a)(deps.pace, refusedNow ? lateWindowMs : 2e4));
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
// src/reading/settled-snapshots.ts
async function settledSnapshots(agrees, deps) {
	const list = await deps.vps.listSnapshots(deps.planning);
	if (agrees(list)) return {
		list,
		agrees: true,
		timedOut: false
	};
	const { so, seen, timedOut } = await deps.snapshots.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_1__.r,
		pace: deps.pace,
		windowMs: (0,_poller_js__WEBPACK_IMPORTED_MODULE_1__.a)(deps.pace, 2e4),
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
// src/rules/snapshot-status.ts
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
function isUnderWay(status) {
	const standing = standingOfWord(status);
	return standing !== "complete" && standing !== "failed";
}
function isComplete(status) {
	return standingOfWord(status) === "complete";
}
function standingOfWord(status) {
	if (completeWords.has(status)) return "complete";
	if (progressWords.has(status)) return "in_progress";
	return failureWords.has(status) ? "failed" : "unfamiliar";
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
	return elapsed <= usual ? `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)} (usually ${documented})` : `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
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
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_1__.n,
		judge: (list) => busyServers(wanted, list).length === 0 ? {
			is: "reached",
			found: list
		} : { is: "pending" }
	});
	return end.is === "reached" ? end.found : void 0;
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
// src/modes/guard/clean-up.ts
const patience = { patienceMs: 12e4 };
async function cleanUp(subject, deps) {
	const { journal, log } = deps;
	const id = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(subject);
	const entry = journal.entryOf(id) ?? journal.enter((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)(subject));
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)(subject));
	try {
		const outcome = await deleteWhenDone(subject, deps);
		if (outcome === "already_absent") journal.notice("Already gone", `${name} had been deleted already.`);
		else log.info(`${name} is deleted.`);
		if (entry.facts.result === "restored") entry.learn({ remark: "the snapshot was deleted afterwards" });
		else entry.learn({ result: outcome });
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A && concernsOne(error))) throw error;
		const reason = reasonOf(error);
		entry.learn({
			...entry.facts.result ? {} : { result: "kept" },
			remark: `not deleted: ${reason}`
		});
		journal.warning("Snapshot not deleted", `${name} could not be deleted and takes one of the server’s slots. ${reason} Later: mode: delete with snapshot_id: ${id}.`);
	}
}
async function deleteWhenDone(subject, deps) {
	try {
		return await deleteSnapshot(subject, deps, patience);
	} catch (error) {
		const cause = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A ? error.cause : void 0;
		if (!(cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.s && cause.fate === "refused" && cause.status !== 401 && cause.status !== 403) || !await hasEnded((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(subject), deps)) throw error;
		return await deleteSnapshot(subject, deps, patience);
	}
}
async function hasEnded(id, deps) {
	const isInProgress = (list) => list.some((one) => one.id === id && isUnderWay(one.status));
	if (!isInProgress(await deps.vps.listSnapshots())) return false;
	deps.log.info(`Snapshot ${id} is in progress and cannot be deleted yet. Waiting for its end.`);
	const { so } = await deps.snapshots.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_1__.i,
		windowMs: 6e5,
		isSo: (list) => !isInProgress(list)
	});
	return so;
}
// src/modes/guard/guard-look.ts
async function guardLook(work, deps) {
	const { saved, policy } = work;
	const here = {
		origin: deps.origin,
		addresses: deps.addresses,
		now: deps.vps.now()
	};
	const targets = openTargets(saved);
	const isUnknown = (target) => (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.t)(target) === void 0;
	if (targets.length === 0 || (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.o)(policy) && !targets.some(isUnknown)) return {
		...here,
		is: "unasked"
	};
	if (targets.some(isUnknown)) deps.log.info("The main step ended before its request was answered. Looking for what came of it.");
	try {
		const snapshots = await listWith(targets, work, deps);
		const servers = policy.restore && saved.confirmed ? await visibleServers(deps) : void 0;
		const foreign = busyServers(targets.flatMap(({ server }) => server?.id ?? []), servers ?? []).map(({ id }) => id);
		return {
			...here,
			now: deps.vps.now(),
			is: "listed",
			snapshots,
			servers,
			foreign
		};
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A)) throw error;
		if (!policy.restore && (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.M)) return {
			...here,
			is: "unreachable",
			trouble: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(error.message)} ${error.next}`
		};
		throw notRolledBack(error, work);
	}
}
function openTargets({ targets }) {
	return targets.filter(({ request }) => request !== "refused");
}
async function listWith(targets, { saved, policy }, deps) {
	const isIn = (list) => (target) => {
		const id = (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.t)(target);
		if (id !== void 0) return !policy.restore || hasAll([id], list);
		return (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.n)(target, {
			nonce: saved.nonce,
			origin: deps.origin
		}, list).length > 0;
	};
	return (await settledSnapshots((list) => targets.every(isIn(list)), {
		...deps,
		pace: brisk(deps.pace)
	})).list;
}
function brisk({ intervalMs }) {
	return { intervalMs: intervalMs && intervalMs > 2e3 ? void 0 : intervalMs };
}
function notRolledBack(error, { saved, policy }) {
	const ids = saved.confirmed ? saved.targets.flatMap((target) => (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.t)(target) ?? []) : [];
	const ending = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A ? error.ending : "failed";
	if (!policy.restore || ids.length === 0) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A) return error;
		const message = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(error.message);
		return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
			title: "Not looked after",
			message,
			next: error.next,
			cause: error
		});
	}
	const words = {
		title: "Not rolled back",
		message: `Nothing was rolled back: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.k)(error.message)}`,
		next: `${error.next}\nSnapshot ${ids.join(", ")} is kept. By hand: mode: restore with snapshot_id: ${ids.join(",")}.`,
		rollback: ids,
		cause: error
	};
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A(words, ending);
}
// src/rules/newer-deploys.ts
function newerDeploys(snapshot, snapshots, isOther) {
	return snapshots.filter((other) => other.server.id === snapshot.server.id && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(other, snapshot) < 0).filter((other) => {
		const mark = (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.i)(other.description);
		return mark !== null && isOther(mark);
	}).sort(_start_js__WEBPACK_IMPORTED_MODULE_0__.o);
}
// src/rules/restorable.ts
function objectionTo(snapshot, seen, terms) {
	const { maxAgeMs, force, isRival } = terms;
	return unfinished(snapshot) ?? tooOld(snapshot, seen.now, maxAgeMs) ?? unfit(snapshot, seen, force) ?? (force || !isRival ? void 0 : stale(snapshot, seen.snapshots, isRival));
}
function unfinished(snapshot) {
	if (isComplete(snapshot.status)) return void 0;
	return {
		title: "Snapshot not complete",
		text: `${title(snapshot)} has the status "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(snapshot.status, 40)}"; only a completed one can be restored.`,
		next: `If it is in progress, wait for it with mode: wait and snapshot_id: ${snapshot.id}.`
	};
}
function tooOld(snapshot, now, maxAgeMs) {
	if (maxAgeMs === void 0) return void 0;
	const age = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now);
	if (age !== void 0 && age <= maxAgeMs) return void 0;
	return {
		title: "Snapshot too old",
		text: `${title(snapshot)} is ${age === void 0 ? "of unknown age" : `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(age)} old`}; max_age allows ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(maxAgeMs)}.`,
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
	return runnersOwn(server, addresses);
}
function runnersOwn(server, addresses) {
	const { ipAddress } = server;
	if (ipAddress === null || !addresses.some((address) => sameAddress(address, ipAddress))) return void 0;
	return {
		title: "The runner is on that server",
		text: `This job runs on ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)} itself (${ipAddress}). The restore would stop the server, and this job with it.`,
		next: "Run the restore on another runner, such as one hosted by GitHub."
	};
}
function stale(snapshot, snapshots, isRival) {
	const [newest] = newerDeploys(snapshot, snapshots, isRival);
	if (!newest) return void 0;
	const mark = (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.i)(newest.description);
	return {
		title: "A newer deploy would be lost",
		text: `${title(snapshot)} is older than ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(newest)}, which ${mark?.repository} run ${mark?.runId} took before its own deploy. Restoring would wipe that deploy.`,
		next: "Look at what is on the server first. force: true restores all the same. Use concurrency, so that one deploy at a time runs per server."
	};
}
function title(snapshot) {
	return `Snapshot ${snapshot.id} of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot.server)}`;
}
function sameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(address) {
	return (0,node_net__WEBPACK_IMPORTED_MODULE_3__.isIPv6)(address) ? new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname : address.trim();
}
// src/modes/guard/guard-plan.ts
function guardPlan(seen, work) {
	const targets = openTargets(work.saved);
	const found = targets.flatMap((target) => allOf(target, seen, work.saved));
	if (seen.is === "unreachable") return leftAlone(found, seen.trouble);
	const missing = targets.filter((target) => !found.some((one) => one.target === target));
	const list = seen.is === "listed" ? seen : {
		...seen,
		is: "listed",
		...nothingListed
	};
	return {
		steps: found.map((one) => stepFor(one, list, work)),
		annotations: missing.map(notFound)
	};
}
const nothingListed = {
	snapshots: [],
	servers: void 0,
	foreign: []
};
function notFound({ server, name }) {
	return {
		level: "notice",
		title: "No snapshot found",
		text: `${server ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)) : "A server"}: the main step ended before its request was answered, and no list shows a snapshot that came of it. If one named ${name} appears later, delete it by hand.`
	};
}
function leftAlone(found, trouble) {
	const ids = found.map(({ subject }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(subject)).join(",");
	return {
		steps: found.map(({ subject }) => ({
			do: "keep",
			subject,
			why: "VPS.org could not be asked"
		})),
		annotations: [{
			level: "warning",
			title: "Snapshot not deleted",
			text: `Snapshot ${ids || "of the main step"} could not be deleted. ${trouble} Later: mode: delete with snapshot_id: ${ids}.`
		}]
	};
}
function allOf(target, seen, { confirmed, nonce }) {
	const list = seen.is === "listed" ? seen.snapshots : [];
	const made = confirmed ? [] : (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.n)(target, {
		nonce,
		origin: seen.origin
	}, list);
	const ids = [(0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.t)(target), ...made.map(({ id }) => id)].filter((id) => id !== void 0);
	return [...new Set(ids)].map((id) => ({
		target,
		subject: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.h)(list, id)
	}));
}
function stepFor(found, seen, work) {
	const { subject } = found;
	const { policy, saved } = work;
	const snapshot = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(subject);
	const complete = snapshot !== void 0 && isComplete(snapshot.status);
	const decision = (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.a)(policy, saved.succeeded && saved.confirmed, complete);
	if (decision === "keep") return kept(found, work);
	if (isUnchecked(found, saved)) return {
		do: "keep",
		subject,
		why: "the main step never saw whose it is"
	};
	if (isAnother(found, saved)) return givenUp(found, {
		title: "Snapshot changed",
		what: policy.restore ? "Not rolled back from" : "Not deleted:",
		why: "it is no longer what the main step took",
		next: "Look at it at VPS.org before you use it."
	});
	if (decision === "delete") return {
		do: "delete",
		subject,
		why: whyOf(work)
	};
	if (decision === "lost_rollback" || !snapshot) return lost(found);
	return notRestorable(found, snapshot, {
		seen,
		work
	}) ?? {
		do: "restore",
		snapshot,
		thenDelete: decision === "restore_then_delete"
	};
}
function notRestorable(found, snapshot, { seen, work }) {
	const { server } = snapshot;
	const { saved, force } = work;
	if (saved.targets.filter((target) => target.server?.id === server.id).length > 1) return givenUp(found, {
		title: "Two snapshots of one server",
		why: `the step with the policy answers for more than one snapshot of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)}, and it can only be restored from one`,
		next: "Give each step with mode: wait one snapshot per server."
	});
	if (seen.foreign.includes(server.id) && !force) return givenUp(found, {
		title: "Restored by someone else",
		why: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)} was being restored by someone else when the job ended, and that was not overwritten`,
		next: "Look at what it was restored to. force: true restores all the same."
	});
	const objection = objectionTo(snapshot, seen, {
		maxAgeMs: void 0,
		force,
		isRival: rivalTest(snapshot, saved, seen.origin)
	});
	if (!objection) return void 0;
	const { title, text, next } = objection;
	return givenUp(found, {
		title,
		why: text,
		next
	});
}
function rivalTest(snapshot, { made, nonce }, origin) {
	const mark = (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.i)(snapshot.description);
	if (!made && !(0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.r)(mark, origin)) return void 0;
	const own = [nonce.job, mark?.nonce.job];
	return (other) => !own.includes(other.nonce.job);
}
function isUnchecked({ target, subject }, { made, confirmed }) {
	return !made && !confirmed && (target.server === null || "unlisted" in subject);
}
function isAnother({ target, subject }, { confirmed }) {
	const snapshot = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(subject);
	if (!snapshot) return false;
	return target.server !== null && target.server.id !== snapshot.server.id || confirmed && target.name !== null && target.name !== snapshot.name;
}
function kept(found, work) {
	const { subject } = found;
	const { policy, saved } = work;
	if (!policy.restore) return {
		do: "keep",
		subject,
		why: whyOf(work)
	};
	const why = "it was not confirmed complete before the deploy, so nothing is restored from it";
	if (!saved.succeeded) return {
		do: "keep",
		subject,
		why
	};
	return givenUp(found, {
		title: "Not rolled back",
		why,
		next: "With wait: false, set the policies on a later step with mode: wait."
	});
}
function lost(found) {
	const snapshot = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(found.subject);
	return givenUp(found, {
		title: "Not rolled back",
		why: `it was complete before the deploy, and now ${snapshot ? `its status is "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(snapshot.status, 40)}"` : "it is gone from the list"}`,
		next: "Use another snapshot or a backup of the server."
	});
}
function givenUp({ subject, target }, reason) {
	const { title, what = "Not rolled back from", why, next } = reason;
	const snapshot = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(subject);
	const server = snapshot?.server ?? target.server;
	const message = `${what} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)({
		id: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(subject),
		name: snapshot?.name ?? target.name ?? ""
	})}${server ? ` of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)}` : ""}: ${why.replace(/\.$/, "")}.`;
	return {
		do: "give_up",
		subject,
		why,
		failure: new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
			title,
			message,
			next
		})
	};
}
function whyOf({ ending, policy }) {
	return ending ? `on_${ending} is ${(0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.s)(policy)}` : "no policy is set";
}
// src/rules/restore-progress.ts
const noTrace = {
	sawRestoring: false,
	stoppedSince: void 0
};
function isStanding(status) {
	return isRunning(status) || isStopped(status) || isFailed(status);
}
function trace(before, { status, elapsed }) {
	if (status === void 0) return before;
	const sawRestoring = before.sawRestoring || isRestoring(status);
	return {
		sawRestoring,
		stoppedSince: sawRestoring && isStopped(status) ? before.stoppedSince ?? elapsed : void 0
	};
}
function proofOf({ status, elapsed }, seen, limits) {
	if (status !== void 0 && isRestoring(status)) return "going_on";
	if (seen.sawRestoring) return afterRestoring({
		status,
		elapsed
	}, seen, limits);
	if (status !== void 0 && !isStanding(status)) return "unfamiliar";
	return elapsed >= limits.shortest ? "unproven" : "waiting";
}
function afterRestoring({ status, elapsed }, { stoppedSince }, limits) {
	if (status !== void 0 && isRunning(status)) return "back";
	if (status !== void 0 && isFailed(status)) return "failed";
	if (stoppedSince !== void 0 && elapsed - stoppedSince >= limits.standstill) return "back_stopped";
	return status === void 0 || isStopped(status) ? "waiting" : "unfamiliar";
}
// src/operations/wait-until-ready.ts
async function waitUntilReady(url, deps) {
	deps.log.group("Waiting for ready_url");
	const startedAt = deps.clock.now();
	if ((await probing(url, deps).ask({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_1__.r,
		judge: (answers) => answers ? {
			is: "reached",
			found: void 0
		} : { is: "pending" }
	})).is === "reached") {
		deps.log.info(`${url} answers.`);
		return;
	}
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.M({
		title: "Server up, service not ready",
		message: `The restore is done, but ${url} gave no 2xx in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(deps.clock.now() - startedAt)}.`,
		next: "Look at the service on the server: it runs as it was when the snapshot was taken."
	});
}
async function answersSteadily(url, deps) {
	let failed = false;
	let inRow = 0;
	return (await probing(url, deps).ask({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_1__.n,
		judge(answers) {
			failed ||= !answers;
			inRow = answers ? inRow + 1 : 0;
			return failed && inRow >= 3 ? {
				is: "reached",
				found: true
			} : { is: "pending" };
		}
	})).is === "reached";
}
function probing(url, deps) {
	const { clock, deadline, pace, random, signal } = deps;
	return new _poller_js__WEBPACK_IMPORTED_MODULE_1__.t({
		look: () => deps.probe(url),
		isPassing: () => false,
		onTrouble: () => {},
		clock,
		deadline,
		pace,
		random,
		signal
	});
}
// src/operations/prove-restore.ts
async function proveByList(accepted, terms, deps) {
	const { snapshot } = accepted;
	const { clock, log, pace } = deps;
	const startedAt = clock.now();
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot.server));
	const limits = {
		shortest: (0,_poller_js__WEBPACK_IMPORTED_MODULE_1__.a)(pace, 3e5),
		standstill: (0,_poller_js__WEBPACK_IMPORTED_MODULE_1__.a)(pace, 18e4)
	};
	const heard = new Set();
	let seen = accepted.trace;
	const judge = (list, elapsed) => {
		const status = list.find(({ id }) => id === snapshot.server.id)?.status;
		const word = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(status ?? "not in the list", 40);
		seen = trace(seen, {
			status,
			elapsed
		});
		const proof = proofOf({
			status,
			elapsed
		}, seen, limits);
		if (!heard.has(word) && proof !== "back") {
			heard.add(word);
			log.info(proof === "unfamiliar" ? `${name} is "${word}", which is not documented. Waiting on.` : `${name} is ${word}.`);
		}
		return verdictOn(proof, {
			name,
			word,
			elapsed,
			snapshot,
			terms
		}, deps);
	};
	const end = await deps.servers.ask({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_1__.n,
		judge
	});
	if (end.is === "reached") return end.found;
	if (end.is === "failed") throw end.failure;
	throw stillGoing(name, clock.now() - startedAt, [...heard].at(-1));
}
function verdictOn(proof, seen, deps) {
	const { name, word, elapsed, snapshot, terms } = seen;
	switch (proof) {
		case "back":
			deps.log.info(`${name} is active again, restored from ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot)}.`);
			return {
				is: "reached",
				found: void 0
			};
		case "back_stopped": return stopped(seen, deps);
		case "failed": return {
			is: "failed",
			failure: failed(seen)
		};
		case "unproven": return {
			is: "failed",
			failure: notConfirmed(name, `it was not seen restoring within ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)}`)
		};
		default:
			terms.heartbeat.beat(`${name} is ${word}`);
			return { is: "pending" };
	}
}
function stopped({ name, word, terms: { readyUrl } }, { journal }) {
	const caveat = `${name} is restored, but ${word}: start it by hand at VPS.org`;
	if (readyUrl) {
		const next = `ready_url cannot answer until the server runs. Start it, then check ${readyUrl}.`;
		return {
			is: "failed",
			failure: new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
				title: "Server stopped",
				message: `${caveat}.`,
				next
			})
		};
	}
	journal.warning("Server stopped", `${caveat}.`);
	return {
		is: "reached",
		found: caveat
	};
}
async function proveByUrl({ snapshot }, terms, deps) {
	const { readyUrl, alone } = terms;
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot.server));
	if (!readyUrl) throw notConfirmed(name, "the token may not list servers, and there is no ready_url");
	if (!alone) throw notConfirmed(name, "the token may not list servers, and one ready_url cannot prove several restores");
	if (await answersSteadily(readyUrl, deps)) return void 0;
	throw notConfirmed(name, `${readyUrl} did not fail and then answer steadily in the time allowed`);
}
function notConfirmed(name, why) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
		next: "Look at the server at VPS.org before you rely on it. The snapshot is still there."
	});
}
function failed({ name, word, snapshot }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Restore failed",
		message: `${name} is "${word}" after the restore.`,
		next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${snapshot.id} tries again.`
	});
}
function stillGoing(name, elapsed, word) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.M({
		title: "Restore not done in time",
		message: `${name} was not back after ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)}; its status is ${word ?? "unknown"}.`,
		next: "The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks."
	});
}
// src/operations/request-restore.ts
async function requestRestore({ snapshot }, listed, deps) {
	const { server } = snapshot;
	const what = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)} from ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot)}`;
	const { made, adopted } = await untilClear({
		act: "restore",
		id: server.id,
		async send() {
			await deps.vps.restoreSnapshot(snapshot.id);
			return noTrace;
		},
		find: listed ? (windowMs) => begun(server.id, {
			what,
			windowMs
		}, deps) : void 0,
		tries: 10,
		pauseMs: (requests) => Math.min((requests - 1) * 1e4, 6e4),
		lateWindowMs: 2e4,
		words: {
			doubt: `The restore of ${what} may have been requested.`,
			looking: "Looking whether the restore began all the same.",
			refused: (error) => refused(what, error),
			refusedLate: (error) => uncertain(what, error),
			uncertain: (error) => uncertain(what, error)
		}
	}, deps);
	deps.journal.settle("restore", server.id, `The restore of ${what} was requested.`);
	deps.log.info(`Restore of ${what}: ${adopted ? "the server is being restored" : "accepted"}.`);
	return made;
}
async function begun(serverId, { what, windowMs }, deps) {
	const { so, timedOut } = await deps.servers.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_1__.n,
		windowMs,
		isSo: (list) => list.some(({ id, status }) => id === serverId && isRestoring(status))
	});
	if (timedOut) throw outOfTime(what);
	return so ? {
		...noTrace,
		sawRestoring: true
	} : void 0;
}
function refused(what, error) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(error, {
		title: "Restore refused",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(what)} was not restored.`
	});
}
function outOfTime(what) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.M({
		title: "Restore not certain",
		message: `The answer to the request to restore ${what} was lost, and the time set by timeout_minutes was over before it showed whether the restore began.`,
		next: "Look at the server at VPS.org before anything else is done to it, and raise timeout_minutes."
	});
}
function uncertain(what, error) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(error, {
		title: "Restore not certain",
		message: `No clear answer to the request to restore ${what}.`,
		next: "Look at the server at VPS.org before anything else is done to it."
	});
}
// src/operations/restore-server.ts
async function beginRestore(step, listed, deps) {
	const { snapshot } = step;
	const { clock, journal } = deps;
	const entry = journal.enter((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)({ listed: snapshot }));
	const startedAt = clock.now();
	const trace = await noted({
		entry,
		snapshot
	}, () => requestRestore(step, listed, deps));
	journal.happened("restore requested", clock.date(), snapshot.server.id);
	return {
		snapshot,
		trace,
		listed,
		entry,
		startedAt
	};
}
async function finishRestore(begun, terms, deps) {
	const { snapshot, entry, listed, startedAt } = begun;
	const prove = listed ? proveByList : proveByUrl;
	const caveat = await noted(begun, () => prove(begun, terms, deps));
	deps.journal.happened("server back", deps.clock.date(), snapshot.server.id);
	const remark = caveat === void 0 ? {} : { remark: caveat };
	entry.learn({
		result: "restored",
		tookMs: deps.clock.now() - startedAt,
		...remark
	});
	return caveat;
}
async function noted({ entry, snapshot }, act) {
	try {
		return await act();
	} catch (error) {
		const failure = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u ? unconfirmed(snapshot, error) : error;
		if (failure instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A) entry.learn({
			result: failure.ending,
			remark: failure.message
		});
		throw failure;
	}
}
function unconfirmed({ server }, error) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(error, {
		title: "Restore accepted, not confirmed",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server))}: the restore was accepted, but not confirmed.`,
		next: "Look at the server at VPS.org before you rely on it."
	});
}
// src/waiting/patience.ts
function patienceWith(msLeft) {
	return Math.min(6e5, msLeft * .3333333333333333);
}
// src/modes/guard/recheck.ts
async function recheck({ snapshot }, { work, seen }, deps) {
	const { id } = snapshot.server;
	const isBusy = (list) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.b)(id, list).some(({ status }) => standingOfWord(status) === "in_progress");
	const isForeign = seen.foreign.includes(id);
	if (!isForeign && !isBusy(seen.snapshots)) return;
	if (isForeign && seen.servers) await idleServers([id], seen.servers, deps);
	deps.log.info("Waiting until no snapshot of the server is in progress.");
	const last = await deps.snapshots.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_1__.i,
		windowMs: patienceWith(deps.deadline - deps.clock.now()),
		isSo: (list) => !isBusy(list)
	});
	const servers = await visibleServers(deps);
	const same = guardPlan({
		...seen,
		snapshots: last.seen ?? seen.snapshots,
		servers,
		foreign: [],
		now: deps.vps.now()
	}, work).steps.find((step) => (step.do === "restore" ? step.snapshot.id : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(step.subject)) === snapshot.id);
	if (same?.do === "restore") return;
	throw same?.do === "give_up" ? same.failure : changed(snapshot);
}
function changed(snapshot) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Not rolled back",
		message: `Snapshot ${snapshot.id} changed while the step waited for the server.`,
		next: "Look at it at VPS.org before you use it."
	});
}
// src/modes/guard/roll-back.ts
async function rollBack(restorations, task, deps) {
	if (restorations.length === 0) return {
		back: [],
		failures: []
	};
	deps.log.group("Rolling back");
	const { readyUrl } = task.work;
	const heartbeat = new Heartbeat(deps.log, deps.clock, _poller_js__WEBPACK_IMPORTED_MODULE_1__.n);
	const terms = {
		readyUrl,
		alone: restorations.length === 1,
		heartbeat
	};
	const back = [];
	const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)(restorations.map(async (step) => {
		back.push(await rollBackOne(step, {
			...task,
			terms
		}, deps));
	}));
	if (back.length === 0) return {
		back,
		failures
	};
	tellRolledBack(back, task.work, deps);
	const notReady = task.seen.servers !== void 0 && readyUrl ? await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)([waitUntilReady(readyUrl, deps)]) : [];
	return {
		back: notReady.length === 0 ? back : [],
		failures: [...failures, ...notReady]
	};
}
async function rollBackOne(step, { work, seen, terms }, deps) {
	try {
		await recheck(step, {
			work,
			seen
		}, deps);
		const begun = await beginRestore(step, seen.servers !== void 0, deps);
		if (work.ending === "cancelled") announce(step, deps);
		return await finishRestore(begun, terms, deps) === void 0 ? step : {
			...step,
			thenDelete: false
		};
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.u) throw byHand(notAsked(error, step), step.snapshot.id);
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A)) throw error;
		throw byHand(work.ending === "cancelled" && error.ending === "timed_out" ? outOfBudget(error) : error, step.snapshot.id);
	}
}
function announce({ snapshot }, { journal }) {
	journal.warning("Rollback requested", `The restore of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot.server)} from ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot)} is accepted and goes on at VPS.org, whatever becomes of this job. It is not confirmed yet.`);
}
function tellRolledBack(back, { ending, saved }, { journal }) {
	const parts = back.map(({ snapshot }) => {
		const loss = lossOf(saved.targets.find((target) => (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.t)(target) === snapshot.id));
		return `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot.server)} from ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot)}${loss ? `; ${loss}` : ""}`;
	});
	journal[ending === "success" ? "notice" : "warning"]("Rolled back", `Rolled back: ${parts.join(". ")}.`);
}
function lossOf(target) {
	if (!target?.requestedAt) return "";
	return `what was written after ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(new Date(target.requestedAt))} (snapshot requested${target.completeAt ? `; complete ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(new Date(target.completeAt))}` : ""}) may be gone`;
}
function notAsked(error, { snapshot }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(error, {
		title: "Not rolled back",
		message: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot.server))} was not rolled back.`
	});
}
function outOfBudget(failure) {
	const { message, cause } = failure;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Rollback requested, not confirmed",
		message,
		next: "The restore goes on at VPS.org: look at the server there.",
		cause
	}, failure.ending);
}
function byHand(failure, id) {
	const { title, message, next, ending } = failure;
	const words = {
		title,
		message,
		next: `${next}\nSnapshot ${id} is kept. By hand: mode: restore with snapshot_id: ${id}.`,
		rollback: [id],
		cause: failure
	};
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A(words, ending);
}
// src/modes/guard/guard.ts
const guard = {
	look: guardLook,
	plan: guardPlan,
	async perform({ steps }, task, deps) {
		const { inputs: work, seen } = task;
		(0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__/* .recall */ .I)(work, deps);
		for (const step of steps) if (step.do === "keep") keep(step, task, deps);
		const failures = steps.flatMap((step) => step.do === "give_up" ? giveUp(step, task, deps) : []);
		const doomed = steps.flatMap((step) => step.do === "delete" ? step.subject : []);
		if (seen.is === "listed") {
			const restorations = steps.filter((step) => step.do === "restore");
			const [{ back, failures: notRestored }] = await Promise.all([rollBack(restorations, {
				work,
				seen
			}, deps), seen.servers && idleServers(work.force ? [] : seen.foreign, seen.servers, deps)]);
			failures.push(...notRestored);
			for (const { thenDelete, snapshot } of back) if (thenDelete) doomed.push({ listed: snapshot });
		}
		if (doomed.length > 0) deps.log.group("Cleaning up");
		await Promise.all(doomed.map((subject) => cleanUp(subject, deps)));
		if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(failures, steps.length);
		return steps.length === 0 ? { result: "kept" } : {};
	}
};
function keep(step, task, deps) {
	const { subject, why } = step;
	const { saved } = task.inputs;
	const { target, facts } = known(step, task);
	const { server, snapshot } = facts;
	deps.journal.enter({
		...facts,
		result: "kept",
		remark: why
	});
	const used = server && task.seen.is === "listed" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.x)(server.id, task.seen.snapshots) : target?.slotsUsed;
	const slots = used ? ` ${used} of 5 slots of the server are used.` : "";
	const id = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(subject);
	const text = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)({
		id,
		name: snapshot?.name ?? target?.name ?? ""
	}))}${server ? ` of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)}` : ""} is kept: ${why}.${slots}`;
	if (saved.succeeded) deps.log.info(text);
	else deps.journal.warning("Snapshot left", `${text} Delete it when nobody needs it: mode: delete with snapshot_id: ${id}.`);
}
function giveUp(step, task, deps) {
	const { subject, why, failure } = step;
	deps.journal.enter({
		...known(step, task).facts,
		result: "failed",
		remark: why
	});
	const snapshot = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(subject);
	return snapshot && isComplete(snapshot.status) ? byHand(failure, snapshot.id) : failure;
}
function known({ subject }, { inputs }) {
	const target = inputs.saved.targets.find((one) => (0,_read_state_js__WEBPACK_IMPORTED_MODULE_2__.t)(one) === (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.p)(subject));
	return {
		target,
		facts: {
			...target?.server ? { server: target.server } : {},
			...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.y)(subject)
		}
	};
}



/***/ }),

/***/ 865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ windowIn),
/* harmony export */   i: () => (/* binding */ snapshotSchedule),
/* harmony export */   n: () => (/* binding */ restoreSchedule),
/* harmony export */   r: () => (/* binding */ settlingSchedule),
/* harmony export */   t: () => (/* binding */ Poller)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);

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
// src/waiting/poller.ts
var Poller = class {
	#options;
	#pending = new Set();
	#newcomer = new AbortController();
	#running = false;
	constructor(options) {
		this.#options = options;
	}
	ask(question) {
		const { clock, random } = this.#options;
		const { schedule, pace = this.#options.pace } = question;
		const askedAt = clock.now();
		const next = lookTimes(schedule, pace, random);
		return new Promise((resolve, reject) => {
			this.#pending.add({
				askedAt,
				nextLookAt: askedAt + next(0),
				next,
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
	async until(expectation) {
		const { schedule, windowMs, isSo, pace = this.#options.pace } = expectation;
		let seen;
		let so = false;
		const end = await this.ask({
			schedule,
			pace,
			judge(look, elapsed) {
				seen = look;
				so = isSo(look);
				return so || elapsed >= windowMs ? {
					is: "reached",
					found: void 0
				} : { is: "pending" };
			}
		});
		return {
			so,
			seen,
			timedOut: end.is === "timed_out"
		};
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
			if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.M) return;
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



/***/ }),

/***/ 355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ recall),
/* harmony export */   a: () => (/* binding */ decide),
/* harmony export */   i: () => (/* binding */ readMark),
/* harmony export */   n: () => (/* binding */ madeFor),
/* harmony export */   o: () => (/* binding */ keepsAll),
/* harmony export */   r: () => (/* binding */ isOfRun),
/* harmony export */   readState: () => (/* binding */ readState),
/* harmony export */   reasonFor: () => (/* binding */ reasonFor),
/* harmony export */   s: () => (/* binding */ wordOf),
/* harmony export */   t: () => (/* binding */ idOfTarget)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);

// src/rules/policy.ts
const endings = [
	"success",
	"failure",
	"cancelled"
];
const policyWords = [
	"keep",
	"restore",
	"delete",
	"restore,delete"
];
const policies = {
	keep: {
		restore: false,
		delete: false
	},
	restore: {
		restore: true,
		delete: false
	},
	delete: {
		restore: false,
		delete: true
	},
	"restore,delete": {
		restore: true,
		delete: true
	}
};
function policyOf(text) {
	const word = policyWords.find((candidate) => candidate === text.replace(/\s+/g, ""));
	return word && policies[word];
}
function wordOf(policy) {
	return policyWords.find((word) => policies[word].restore === policy.restore && policies[word].delete === policy.delete) ?? "";
}
function keepsAll(policy) {
	return !policy.restore && !policy.delete;
}
function decide(policy, confirmed, complete) {
	if (!confirmed || !policy.restore) return policy.delete ? "delete" : "keep";
	if (!complete) return "lost_rollback";
	return policy.delete ? "restore_then_delete" : "restore";
}
// src/inputs/values.ts
function boolean(input, value) {
	if (/^(true|True|TRUE)$/.test(value)) return true;
	if (/^(false|False|FALSE)$/.test(value)) return false;
	throw unusable(input, value, "true or false");
}
function positiveNumber(input, value) {
	const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
	if (number <= 0 || !Number.isFinite(number)) throw unusable(input, value, "a positive number, such as 30 or 0.5");
	return number;
}
function apiUrl(input, value) {
	const url = parsedUrl(input, value, "an https URL such as https://admin.vps.org/api/v1");
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) throw unusable(input, value, "an https URL; http would show the token to everyone on the way");
	if (/[?#]/.test(url.href)) throw unusable(input, value, "a URL without query and fragment");
	return url.href.replace(/\/+$/, "");
}
function webUrl(input, value) {
	const url = parsedUrl(input, value, "a URL such as https://example.com/health");
	if (!/^https?:$/.test(url.protocol)) throw unusable(input, value, "an http or https URL");
	return url.href;
}
function unusable(input, value, allowed) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.j(input, `Input ${input} is "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(value, 80)}".`, `Allowed: ${allowed}.`);
}
function parsedUrl(input, value, allowed) {
	if (!URL.canParse(value)) throw unusable(input, value, allowed);
	const url = new URL(value);
	if (url.username || url.password) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.j(input, `Input ${input} has a user name or password in it.`, `Allowed: ${allowed}.`);
	return url;
}
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
// src/inputs/raw.ts
function flag(raw, input, otherwise) {
	return optional(raw, input, boolean) ?? otherwise;
}
function optional(raw, input, parse) {
	const text = raw(input);
	return text === "" ? void 0 : parse(input, text);
}
// src/inputs/reporting.ts
const words = [
	"summary",
	"comment",
	"status"
];
function readReporting(raw) {
	const text = raw("report") || "summary";
	const wanted = text.split(/[\s,]+/).filter((word) => word !== "");
	const known = wanted.every((word) => words.some((candidate) => candidate === word));
	if (text !== "none" && (!known || wanted.length === 0)) throw unusable("report", text, `any of ${words.join(", ")}; or none alone`);
	return {
		summary: wanted.includes("summary"),
		comment: wanted.includes("comment"),
		status: wanted.includes("status")
	};
}
function readCommon(raw) {
	return {
		apiToken: token(raw("api_token")),
		apiUrl: apiUrl("api_url", raw("api_url") || "https://admin.vps.org/api/v1"),
		timeoutMs: scaled(optional(raw, "timeout_minutes", positiveNumber), 6e4) ?? 36e5,
		pollIntervalMs: scaled(optional(raw, "poll_interval_seconds", positiveNumber), 1e3),
		dryRun: flag(raw, "dry_run", false),
		report: readReporting(raw),
		githubToken: raw("github_token")
	};
}
function token(text) {
	if (text === "") throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.j("api_token", "Input api_token is empty.", "Set it to a secret, such as ${{ secrets.VPS_API_TOKEN }}. Secrets are not passed to runs from forks, nor to Dependabot.");
	if (!/^[\x21-\x7e]+$/.test(text)) throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.j("api_token", "Input api_token has characters in it that no token has (white space, control or non-ASCII characters).", "Copy the token into the secret again, without line breaks.");
	return text;
}
function scaled(number, unit) {
	return number === void 0 ? void 0 : number * unit;
}
// src/inputs/policies.ts
function readPolicy(raw, ending) {
	const text = raw(`on_${ending}`);
	const policy = policyOf(text || "keep");
	if (!policy) throw unusable(`on_${ending}`, text, policyWords.join("; "));
	return policy;
}
function isEnding(text) {
	return endings.some((ending) => ending === text);
}
// src/rules/ownership.ts
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
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
function isOfRun(mark, origin) {
	return mark !== null && sameRepository(mark, origin) && mark.runId === origin.runId;
}
function sameNonce(one, other) {
	return one.job === other.job && one.step === other.step;
}
function sameRepository(one, other) {
	return one.repository.toLowerCase() === other.repository.toLowerCase();
}
// src/rules/adoption.ts
function madeBy(request, snapshots) {
	return snapshots.filter((snapshot) => snapshot.server.id === request.serverId && isFrom(request, snapshot)).sort(_start_js__WEBPACK_IMPORTED_MODULE_0__.C);
}
function isFrom(request, snapshot) {
	const mark = readMark(snapshot.description);
	if (mark) return sameNonce(mark.nonce, request.mark.nonce);
	return snapshot.name === request.name && request.name === generatedName(request.mark, request.serverId);
}
function readSavedState(text) {
	try {
		const state = JSON.parse(text);
		return state.version === 2 && Array.isArray(state.targets) ? state : void 0;
	} catch {
		return;
	}
}
function idOfTarget({ request }) {
	return typeof request === "object" ? request.id : void 0;
}
function idsIn({ targets }) {
	return targets.flatMap((target) => idOfTarget(target) ?? []);
}
function madeFor(target, { nonce, origin }, list) {
	if (!target.server || target.name === null) return [];
	return madeBy({
		serverId: target.server.id,
		name: target.name,
		mark: {
			...origin,
			nonce
		}
	}, list);
}
// src/inputs/guard.ts
function readGuardInputs(raw) {
	const status = raw("job_status");
	const ending = isEnding(status) ? status : void 0;
	const policy = ending ? readPolicy(raw, ending) : withoutEnding(raw);
	const common = readCommon(raw);
	return {
		...common,
		timeoutMs: ending === "cancelled" ? Math.min(common.timeoutMs, 18e4) : common.timeoutMs,
		ending,
		policy,
		readyUrl: optional(raw, "ready_url", webUrl),
		force: flag(raw, "force", false)
	};
}
function withoutEnding(raw) {
	if (endings.map((ending) => readPolicy(raw, ending)).some((policy) => !keepsAll(policy))) throw unusable("job_status", raw("job_status"), endings.join(", "));
	return {
		restore: false,
		delete: false
	};
}
// src/modes/guard/read-state.ts
function readState(text, raw) {
	const saved = readSavedState(text);
	if (!saved) throw unreadable();
	const ids = idsIn(saved);
	try {
		const work = {
			...readGuardInputs(raw),
			saved
		};
		if (work.apiUrl !== saved.apiUrl) throw otherApi();
		return work;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.A)) throw error;
		const { title, message, next } = error;
		const names = ids.length > 0 ? ` Kept: snapshot ${ids.join(", ")}.` : "";
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
			title,
			message: `${message} Nothing was done after the job.${names}`,
			next,
			rollback: ids,
			cause: error
		});
	}
}
function reasonFor({ ending, policy, saved }) {
	const state = saved.confirmed ? "confirmed complete before the deploy" : "not confirmed by the main step";
	return `${ending ? `The job ended with ${ending}, and on_${ending} is ${wordOf(policy)}.` : "This runner does not tell how the job ended, and no policy is set."} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.n)(saved.targets.length, "snapshot")}, ${state}.`;
}
function recall({ saved }, { journal, clock }) {
	for (const { server, request, requestedAt, completeAt } of saved.targets) {
		if (!server || request === "refused") continue;
		if (requestedAt) journal.happened("snapshot requested", new Date(requestedAt), server.id);
		if (completeAt) journal.happened("snapshot complete", new Date(completeAt), server.id);
		journal.happened("job ended", clock.date(), server.id);
	}
}
function unreadable() {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "State not readable",
		message: "What the main step saved for the end of the job was written by another version of this action. Nothing was done after the job.",
		next: "Use one version of the action per job. The main step’s log and summary name the snapshot."
	});
}
function otherApi() {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
		title: "Another api_url",
		message: "Input api_url is another one now than when the snapshot was taken, and the token is not sent there.",
		next: "Give api_url a value that does not change during the job."
	});
}



/***/ })

};
