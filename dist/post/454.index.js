export const id = 454;
export const ids = [454];
export const modules = {

/***/ 454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guardJob: () => (/* binding */ guardJob),
/* harmony export */   startOnly: () => (/* binding */ startOnly),
/* harmony export */   t: () => (/* binding */ sentenceOf)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(829);
/* harmony import */ var _poller_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(865);
/* harmony import */ var _lost_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(712);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(856);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(209);
/* harmony import */ var _read_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(355);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30);








// src/rules/steps.ts
function subjectIn(list, id) {
	const found = list.find((snapshot) => snapshot.id === id);
	return found ? { listed: found } : { unlisted: id };
}
function idOf(subject) {
	return "listed" in subject ? subject.listed.id : subject.unlisted;
}
function listed$1(subject) {
	return "listed" in subject ? subject.listed : void 0;
}
function fullName(subject) {
	return "listed" in subject ? `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(subject.listed)} of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(subject.listed.server)}` : `snapshot ${subject.unlisted}`;
}
function sentenceOf(step) {
	switch (step.do) {
		case "create": return `create snapshot ${step.name} of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(step.server)}`;
		case "stop": return `stop ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(step.server)} while its snapshot is taken`;
		case "wait": return `wait for ${named(step.subject)}`;
		case "restore": return `restore ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(step.snapshot.server)} from ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(step.snapshot)}${step.thenDelete ? ", then delete that" : ""}`;
		case "delete": return `delete ${named(step.subject)}${step.why ? ` (${step.why})` : ""}`;
		case "keep":
		case "give_up": return `keep ${named(step.subject)} (${step.why})`;
		case "show": return `show ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(step.snapshot)}`;
	}
}
function named(subject) {
	return "listed" in subject ? fullName(subject) : `${fullName(subject)}, which no list shows`;
}
// src/reading/hurried.ts
function hurried(deps, by) {
	return {
		...deps,
		...deps.reach(Math.min(by, deps.deadline))
	};
}
// src/reading/visible-servers.ts
async function visibleServers(deps) {
	try {
		return await deps.vps.listServers(deps.planning);
	} catch (error) {
		if (error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_2__.p && error.isNotPermitted) return void 0;
		throw error;
	}
}
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
	return failureWords$1.has(status);
}
// src/rules/snapshot-status.ts
const completeWords = new Set([
	"completed",
	"complete",
	"success",
	"available",
	"ready",
	"done",
	"finished"
]);
const progressWords = new Set(["in_progress"]);
const failureWords = new Set([...[
	"failed",
	"failure",
	"error",
	"errored",
	"rejected",
	"killed"
], ...[
	"timeout",
	"timed_out",
	"aborted",
	"cancelled",
	"canceled",
	"expired"
]]);
function isUnderWay(status) {
	const standing = standingOfWord(status);
	return standing !== "complete" && standing !== "failed";
}
function isSuspiciouslyEmpty(snapshot, snapshots) {
	if (snapshot.sizeMb !== 0 || !isComplete(snapshot.status)) return false;
	return snapshots.some(({ status, sizeMb }) => isComplete(status) && (sizeMb ?? 0) > 0);
}
function isComplete(status) {
	return standingOfWord(status) === "complete";
}
function standingOfWord(status) {
	if (completeWords.has(status)) return "complete";
	if (progressWords.has(status)) return "in_progress";
	return failureWords.has(status) ? "failed" : "unfamiliar";
}
// src/operations/look-after.ts
function warnOfEmpty(snapshots, all, deps) {
	for (const snapshot of snapshots.filter((one) => isSuspiciouslyEmpty(one, all))) deps.journal.warning("Snapshot without content", `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(snapshot))} of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot.server)} is complete with a size of 0, while other snapshots of the account are larger. Look at it at VPS.org before you rely on it.`);
}
// src/operations/wait-until-idle.ts
function busyServers(wanted, servers) {
	return servers.filter(({ id, status }) => wanted.includes(id) && isRestoring(status));
}
async function idleServers(wanted, servers, deps) {
	const [first] = busyServers(wanted, servers);
	if (!first) return servers;
	deps.log.info(`${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(first))} is being restored. Waiting for that to end first.`);
	const end = await deps.servers.ask({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.l,
		judge: (list) => busyServers(wanted, list).length === 0 ? {
			is: "reached",
			found: list
		} : { is: "pending" }
	});
	return end.is === "reached" ? end.found : void 0;
}
// src/rules/notes.ts
function lastNoteOn(snapshot, notes) {
	return notes.findLast((note) => note.snapshot === snapshot && note.act !== "claim");
}
function restoredByStep(server, notes) {
	const note = notes.findLast((one) => one.act === "restore" && one.server === server);
	return server === void 0 || note === void 0 || note.state === "refused" ? void 0 : {
		...note,
		state: note.state === "unready" ? "confirmed" : note.state
	};
}
function isClaimedByAnother(snapshot, notes, step) {
	const claim = notes.findLast((note) => note.snapshot === snapshot && note.act === "claim");
	return claim !== void 0 && claim.step !== step;
}
// src/modes/mode.ts
async function carryOut(mode, inputs, deps) {
	const { journal, log } = deps;
	if (!inputs.dryRun) mode.prepare?.(inputs, deps);
	log.group("Looking");
	const seen = await mode.look(inputs, deps);
	const plan = mode.plan(seen, inputs);
	if (plan instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.x) throw plan;
	for (const annotation of plan.annotations) journal.annotate(annotation);
	journal.plan.push(...plan.steps.map(sentenceOf));
	if (inputs.dryRun) {
		const { tellPlan } = await __webpack_require__.e(/* import() */ 642).then(__webpack_require__.bind(__webpack_require__, 642));
		await tellPlan(plan.steps, inputs, deps);
		return { result: "planned" };
	}
	for (const step of plan.steps) log[changesSomething(step) ? "info" : "debug"](`Going to ${sentenceOf(step)}.`);
	return mode.perform(plan, {
		inputs,
		seen
	}, deps);
}
function changesSomething(step) {
	return step.do !== "show" && step.do !== "keep" && step.do !== "give_up";
}
// src/reading/together.ts
const coming = new WeakMap();
function together(purpose, look, { clock, signal, deadline, gatheringMs = 0 }) {
	const shared = coming.get(purpose);
	if (shared !== void 0) return shared;
	const seen = clock.sleep(Math.min(gatheringMs, deadline - clock.now()), signal).finally(() => coming.delete(purpose)).then(look);
	coming.set(purpose, seen);
	return seen;
}
function glance({ vps, ...moment }) {
	return together(vps, () => vps.listSnapshots((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.t)(5e3)), {
		...moment,
		gatheringMs: 250
	});
}
// src/waiting/patience.ts
function patienceWith(msLeft) {
	return Math.min(6e5, msLeft * .3333333333333333);
}
// src/operations/not-now.ts
async function unlessNotNow(ask, again, deps) {
	const { clock, deadline, log, pace } = deps;
	const until = clock.now() + (again.patienceMs ?? patienceWith(deadline - clock.now()));
	for (let growing = 5e3;; growing = Math.min(2 * growing, 6e4)) try {
		return await ask();
	} catch (error) {
		if (!(error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_2__.p && error.isNotNow)) throw error;
		const asked = error.retryAfterMs ?? 0;
		const left = until - clock.now();
		if (left <= 0 || asked > left) throw error;
		log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(error.message)} ${again.saying}`);
		await again.pause(Math.max(Math.min((0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, growing), left), asked), until);
	}
}
// src/operations/delete-snapshot.ts
async function deleteSnapshot(subject, deps, patience = {}) {
	const { journal } = deps;
	const id = idOf(subject);
	const name = fullName(subject);
	journal.doubt("delete", id, `The deletion of ${name} was requested.`);
	try {
		if (await requestWhenIdle(id, patience, deps) === "absent") {
			journal.takeBack("delete", id);
			return "already_absent";
		}
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l)) throw error;
		if (error.fate !== "unknown") journal.takeBack("delete", id);
		throw notDeleted((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)(name), error);
	}
	await gone(subject, patience, deps);
	journal.settle("delete", id, `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)(name)} was deleted.`);
	journal.deleted(id, listed$1(subject)?.server.id);
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
	const isUnder = (all) => all.some((one) => one.id === id && isUnderWay(one.status));
	const since = clock.now();
	const list = await oneLook(deps);
	if (!list || !isUnder(list)) {
		await clock.sleep(since + pause - clock.now(), signal);
		return;
	}
	const patienceMs = until - clock.now();
	await deps.snapshots.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.d,
		patienceMs,
		isSo: (later) => !isUnder(later)
	});
}
async function oneLook(deps) {
	try {
		return await glance(deps);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l && error.passing)) throw error;
		return;
	}
}
async function gone(subject, { isForSlot }, deps) {
	const id = idOf(subject);
	const { clock, deadline, pace } = deps;
	const windowMs = Math.min((0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 12e4), Math.max(0, deadline - clock.now()));
	const { so, seen, timedOut } = await deps.snapshots.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.u,
		windowMs,
		isSo: (list) => (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.r)(list) && !list.some((one) => one.id === id) && !(isForSlot === true && (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.i)(list).includes(id))
	});
	if (so) return;
	const words = {
		title: "Deletion accepted, not gone",
		message: `The deletion of ${fullName(subject)} was accepted, and ${seen ? "the lists still show it" : "no list could be had since"}${timedOut ? "" : ` after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(windowMs)}`}.`,
		next: "It takes a slot until it is gone. Look again in some minutes with mode: list, or at VPS.org."
	};
	throw timedOut ? new _start_js__WEBPACK_IMPORTED_MODULE_0__.S(words) : new NotGone(words);
}
var NotGone = class extends _start_js__WEBPACK_IMPORTED_MODULE_0__.y {};
function reasonOf(failure) {
	const { cause } = failure;
	return cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l ? `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(cause.message)} ${cause.next}` : `${failure.message} ${failure.next}`;
}
function concernsOne(failure) {
	return failure.cause instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l || failure instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.S || failure instanceof NotGone;
}
function notDeleted(name, error) {
	return error.fate === "unknown" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(error, {
		title: "Deletion not certain",
		message: `${name} may or may not have been deleted.`
	}) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(error, {
		title: "Not deleted",
		message: `${name} was not deleted.`
	});
}
// src/modes/guard/clean-up.ts
const patience = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.t)(12e4);
async function cleanUp(subject, deps) {
	const { journal, log } = deps;
	const id = idOf(subject);
	const entry = journal.entryOf(id) ?? journal.enter((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(subject));
	const name = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)(fullName(subject));
	try {
		const outcome = await deleteSnapshot(subject, deps, patience);
		if (outcome === "already_absent") journal.notice("Already gone", `${name} had been deleted already.`);
		else log.info(`${name} is deleted.`);
		if (entry.facts.result === "restored") entry.learn({ remark: "the snapshot was deleted afterwards" });
		else entry.learn({ result: outcome });
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y && concernsOne(error))) throw error;
		const reason = reasonOf(error);
		entry.learn({
			...entry.facts.result ? {} : { result: "kept" },
			remark: `not deleted: ${reason}`
		});
		journal.warning("Snapshot not deleted", `${name} could not be deleted and takes one of the server’s slots. ${reason} Later: mode: delete with snapshot_id: ${id}.`);
	}
}
// src/rules/liveness.ts
function runsToAsk(snapshots, origin, now) {
	const others = snapshots.filter((snapshot) => !isTooOldToLive(snapshot, now)).map(({ description }) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.f)(description)).filter((mark) => mark !== null && !(0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.l)(mark, origin));
	return [...new Set(others.map(({ runId }) => runId))];
}
function isTooOldToLive(snapshot, now) {
	return ((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.i)(snapshot, now) ?? 0) > 3024e6;
}
// src/reading/run-liveness.ts
async function askForRuns(snapshots, deps) {
	const ids = runsToAsk(snapshots, deps.origin, deps.vps.now());
	if (ids.length === 0) return () => notAsked$1;
	const github = await deps.github();
	const answers = await Promise.all(ids.map(async (id) => [id, await inTime(github.livenessOf(id), deps)]));
	deps.signal.throwIfAborted();
	for (const [id, answer] of answers) deps.log.debug(`Run ${id}: ${inWords(answer)}.`);
	const unknown = answers.find(([, answer]) => answer.is === "unknown")?.[1];
	if (unknown?.is === "unknown") deps.log.info(`Not every run could be asked for (${unknown.why}), so its snapshots are kept.`);
	const known = new Map(answers);
	return (runId) => known.get(runId) ?? notAsked$1;
}
const notAsked$1 = {
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
// src/reading/settled-snapshots.ts
async function settledSnapshots(agrees, deps) {
	const list = await together(deps.snapshots, () => deps.vps.listSnapshots(deps.planning), deps);
	if (agrees(list)) return {
		list,
		agrees: true,
		timedOut: false
	};
	const { so, seen, timedOut } = await deps.snapshots.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.u,
		pace: deps.pace,
		windowMs: (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(deps.pace, 2e4),
		isSo: agrees
	});
	return {
		list: seen ?? list,
		agrees: so,
		timedOut
	};
}
function hasAll(ids, list) {
	return ids.every((id) => list.some((one) => one.id === id));
}
// src/reading/settled-servers.ts
async function settledServers(named, deps) {
	const list = await visibleServers(deps);
	if (!list) return void 0;
	const wanted = await deps.vps.serverIds(named);
	if (hasAll(wanted, list)) return list;
	const { seen } = await deps.servers.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.u,
		pace: deps.pace,
		windowMs: (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(deps.pace, 2e4),
		isSo: (servers) => (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.r)(servers) && hasAll(wanted, servers)
	});
	return seen ?? list;
}
// src/rules/evidence.ts
function olderDeploys(snapshot, snapshots, { origin }) {
	return mayBeOf(snapshot.server.id, snapshots).flatMap((other) => {
		const mark = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.f)(other.description);
		const isOlder = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.o)(snapshot, other) < 0;
		return mark !== null && isOlder && !(0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.l)(mark, origin) ? [{
			snapshot: other,
			mark
		}] : [];
	});
}
function neededAsEvidence(snapshot, snapshots, known) {
	const all = mayBeOf(snapshot.server.id, snapshots);
	const [first] = olderDeploys(snapshot, snapshots, known).filter((one) => !isCovered(one, {
		all,
		snapshot
	}, known) && mayRollBack(one, all, known));
	if (!first) return void 0;
	return `${first.mark.repository} run ${first.mark.runId} may still roll back to snapshot ${first.snapshot.id}, and sees by this one that a newer deploy came`;
}
function mayBeOf(serverId, snapshots) {
	return snapshots.filter(({ server }) => server.id === serverId || server.id === _values_js__WEBPACK_IMPORTED_MODULE_4__.l.id);
}
function isCovered({ snapshot: older }, { all, snapshot }, { runs, origin }) {
	return all.some((other) => {
		const mark = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.f)(other.description);
		if (mark === null || other.id === snapshot.id || (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.o)(other, older) >= 0) return false;
		if (other.server.id !== snapshot.server.id) return false;
		return (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.u)(other, origin) && !(0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.l)(mark, origin) && runs(mark.runId).is === "over";
	});
}
function mayRollBack({ snapshot, mark }, all, { runs, origin, now }) {
	const run = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.u)(snapshot, origin) ? runs(mark.runId) : void 0;
	if (run?.is === "over") return false;
	if (run?.is === "going_on") return run.onlyApprovals !== true;
	return ((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.i)(snapshot, now) ?? 0) < 36e5 && all.length <= 3;
}
// src/modes/guard/guard-look.ts
async function guardLook(work, deps) {
	const { saved, policy } = work;
	const { origin, addresses } = deps;
	const notes = deps.notes.all().slice(saved.notesBefore);
	const here = {
		origin,
		addresses,
		notes,
		now: deps.vps.now()
	};
	const targets = openTargets(saved);
	const isUnknown = (target) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target) === void 0;
	if (targets.length === 0 || (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(policy) && !targets.some(isUnknown)) return {
		...here,
		is: "unasked"
	};
	if (targets.some(isUnknown)) deps.log.info("The main step ended before its request was answered. Looking for what came of it.");
	try {
		return {
			...here,
			...await listed(targets, {
				work,
				notes
			}, deps),
			now: deps.vps.now()
		};
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y)) throw error;
		if (!policy.restore && (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.S)) return {
			...here,
			is: "unreachable",
			trouble: `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(error.message)} ${error.next}`
		};
		throw notRolledBack(error, work);
	}
}
async function listed(targets, { work, notes }, deps) {
	const { saved, policy } = work;
	const snapshots = await listWith(targets, work, deps);
	const acts = saved.confirmed && (policy.restore || policy.delete);
	const wanted = targets.flatMap(({ server }) => server?.id ?? []);
	const servers = acts ? await settledServers(wanted, {
		...deps,
		pace: brisk(deps.pace)
	}) : void 0;
	const foreign = (acts && policy.restore ? busyServers(wanted, servers ?? []) : []).filter(({ id }) => restoredByStep(id, notes) === void 0).map(({ id }) => id);
	const own = saved.confirmed && policy.delete ? (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.i)(saved) : [];
	return {
		is: "listed",
		snapshots,
		servers,
		foreign,
		runs: await askForRuns(snapshots.filter(({ id }) => own.includes(id)).flatMap((one) => olderDeploys(one, snapshots, deps).map(({ snapshot }) => snapshot)), deps)
	};
}
function openTargets({ targets }) {
	return targets.filter(({ request }) => request !== "refused");
}
async function listWith(targets, { saved, policy }, deps) {
	const isIn = (list) => (target) => {
		const id = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target);
		if (id !== void 0) return !policy.restore || hasAll([id], list);
		return (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.o)(target, {
			nonce: saved.nonce,
			origin: deps.origin
		}, list).length > 0;
	};
	return (await settledSnapshots((list) => targets.every(isIn(list)), {
		...deps,
		pace: brisk(deps.pace)
	})).list;
}
function brisk(pace) {
	const { intervalMs } = pace;
	const isLong = intervalMs !== void 0 && intervalMs > 2e3;
	return {
		...pace,
		intervalMs: isLong ? void 0 : intervalMs
	};
}
function notRolledBack(error, { saved, policy }) {
	const ids = saved.confirmed ? saved.targets.flatMap((target) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target) ?? []) : [];
	const ending = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y ? error.ending : "failed";
	if (!policy.restore || ids.length === 0) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y) return error;
		const message = `What the main step had begun was not looked after (${openTargets(saved).flatMap((target) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target) ?? target.name ?? []).join(", ")}): ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(error.message)}`;
		return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
			title: "Not looked after",
			message,
			next: error.next,
			cause: error
		});
	}
	const words = {
		title: "Not rolled back",
		message: `Nothing was rolled back: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(error.message)}`,
		next: `${error.next}\nSnapshot ${ids.join(", ")} is kept. By hand: mode: restore with snapshot_id: ${ids.join(",")}.`,
		rollback: ids,
		cause: error
	};
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y(words, ending);
}
// src/report/not-ruled-out.ts
function notRuledOut(snapshots) {
	const shortfall = (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.o)(snapshots);
	if (shortfall === void 0) return [];
	return [{
		level: "warning",
		title: "List not whole",
		text: `The list of snapshots is not whole (${shortfall}), so a newer deploy could not be ruled out.`
	}];
}
// src/rules/owners.ts
function ownedBy(server, snapshot) {
	if (!server || snapshot.server.id !== _values_js__WEBPACK_IMPORTED_MODULE_4__.l.id) return snapshot;
	return {
		...snapshot,
		server: {
			id: server.id,
			name: server.name ?? ""
		}
	};
}
// src/rules/newer-deploys.ts
function newerDeploys(snapshot, snapshots, isOther) {
	return snapshots.filter((other) => other.id !== snapshot.id && mayShareServer(other, snapshot)).filter((other) => isNewer(other, snapshot) && (isOther(makerOf(other)) || isOfAnybody(other))).sort(_references_js__WEBPACK_IMPORTED_MODULE_1__.o);
}
function makerOf({ description, name }) {
	const mark = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.f)(description);
	if (mark) return { mark };
	const run = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.d)(name);
	return run ? { run } : "unknown";
}
function isByRun(maker, origin) {
	if (maker === "unknown") return false;
	return "mark" in maker ? (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.l)(maker.mark, origin) : maker.run.runId === origin.runId;
}
function isOfAnybody(snapshot) {
	return snapshot.server.id === _values_js__WEBPACK_IMPORTED_MODULE_4__.l.id && makerOf(snapshot) === "unknown";
}
function mayShareServer({ server }, { server: of }) {
	return server.id === of.id || server.id === _values_js__WEBPACK_IMPORTED_MODULE_4__.l.id || of.id === _values_js__WEBPACK_IMPORTED_MODULE_4__.l.id;
}
function isNewer(other, snapshot) {
	const [made, than] = [(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.a)(other), (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.a)(snapshot)];
	if (made === void 0 || than === void 0) return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(other, snapshot) > 0 || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(other.id) || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot.id);
	return made >= than;
}
// src/rules/restorable.ts
function objectionTo(snapshot, seen, terms) {
	const { maxAgeMs, force, isRival } = terms;
	return unfinished(snapshot) ?? tooOld(snapshot, seen.now, maxAgeMs) ?? unfit(snapshot, seen, force) ?? (force ? void 0 : fromEarlierAttempt(snapshot, seen)) ?? (force || !isRival ? void 0 : stale(snapshot, seen.snapshots, isRival));
}
function unfinished(snapshot) {
	if (isComplete(snapshot.status)) return void 0;
	return {
		title: "Snapshot not complete",
		text: `${title(snapshot)} has the status "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot.status, 40)}"; only a completed one can be restored.`,
		next: `If it is in progress, wait for it with mode: wait and snapshot_id: ${snapshot.id}.`
	};
}
function tooOld(snapshot, now, maxAgeMs) {
	if (maxAgeMs === void 0) return void 0;
	const age = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.i)(snapshot, now);
	if (age !== void 0 && age <= maxAgeMs) return void 0;
	return {
		title: "Snapshot too old",
		text: `${title(snapshot)} is ${age === void 0 ? "of unknown age" : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(age)} old`}; max_age allows ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(maxAgeMs)}.`,
		next: "Choose a newer snapshot, or raise max_age if losing that much is meant."
	};
}
function fromEarlierAttempt(snapshot, { origin, now }) {
	const mark = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.f)(snapshot.description);
	if (!(0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.c)(mark, origin) || ((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.i)(snapshot, now) ?? 0) <= 36e5) return void 0;
	return {
		title: "From an earlier attempt",
		text: `${title(snapshot)} was taken by attempt ${mark?.attempt} of this run, more than ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(36e5)} ago.`,
		next: "Re-run all jobs, so that a new snapshot is taken before the deploy. force: true restores all the same."
	};
}
function unfit(snapshot, { servers, addresses }, force) {
	if (!servers) return void 0;
	const server = servers.find(({ id }) => id === snapshot.server.id);
	if (!server && snapshot.server.id === _values_js__WEBPACK_IMPORTED_MODULE_4__.l.id) return {
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
		text: `This job runs on ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server)} itself (${shared}). The restore would stop the server, and this job with it.`,
		next: "Run the restore on another runner, such as one hosted by GitHub. If that address only looks alike, as private ones may in a container: force: true restores all the same."
	};
}
function stale(snapshot, snapshots, isRival) {
	const [newest] = newerDeploys(snapshot, snapshots, isRival);
	if (!newest) return void 0;
	return {
		title: "A newer deploy would be lost",
		text: `${title(snapshot)} is ${isSameAge(snapshot, newest) ? "no newer" : "older"} than ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(newest)}, which ${nameOf(makerOf(newest))} took before its own deploy. Restoring would wipe that deploy.`,
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
	return `Snapshot ${snapshot.id} of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot.server)}`;
}
function sameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(address) {
	return (0,node_net__WEBPACK_IMPORTED_MODULE_6__.isIPv6)(address) ? new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname : address.trim();
}
// src/modes/guard/guard-objections.ts
function whySpared({ target, subject }, { snapshots, runs, origin, now, notes }, proved) {
	const note = lastNoteOn(idOf(subject), notes);
	if (note?.act === "restore" && note.state === "requested" && proved === void 0) return warn("a step of this job asked for its restore, which is not confirmed");
	if (note?.act === "restore" && note.state === "unready") return warn("its server is restored, and ready_url does not answer");
	if ((0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.a)(target)) return warn("it may be somebody else’s, for nothing but its time says that it is ours");
	const snapshot = listed$1(subject);
	if (!snapshot) return void 0;
	if (isSuspiciouslyEmpty(snapshot, snapshots)) return warn("its size is 0, while other snapshots are larger");
	const evidence = neededAsEvidence(snapshot, snapshots, {
		runs,
		origin,
		now
	});
	return evidence === void 0 ? void 0 : {
		why: `${evidence} (with permissions: actions: read, GitHub tells when that run is over)`,
		level: "notice"
	};
}
function whyNeeded({ target, subject }, { servers }) {
	const server = listed$1(subject)?.server ?? target.server;
	const status = servers?.find(({ id }) => id === server?.id)?.status;
	if (!server || target.ran !== true || status === void 0 || !isStopped(status)) return void 0;
	return warn(`${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server)} ran before the deploy and stands still now: look at it, and start it if nobody stopped it on purpose`);
}
function warn(why) {
	return {
		why,
		level: "warning"
	};
}
function notRestorable(found, snapshot, { seen, work }) {
	const { server } = snapshot;
	const { saved, force } = work;
	if (saved.targets.filter((target) => target.server?.id === server.id).length > 1) return givenUp(found, {
		title: "Two snapshots of one server",
		why: `the step with the policy answers for more than one snapshot of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server)}, and it can only be restored from one`,
		next: "Give each step with mode: wait one snapshot per server."
	});
	if (seen.foreign.includes(server.id) && !force) return givenUp(found, {
		title: "Restored by someone else",
		why: `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server)} was being restored by someone else when the job ended, and that was not overwritten`,
		next: "Look at what it was restored to before anything else is done to it. force: true restores all the same."
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
	const mark = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.f)(snapshot.description);
	if (!made && !isByRun(makerOf(snapshot), origin)) return void 0;
	if (mark === null) return () => true;
	const own = [{
		...origin,
		nonce
	}, mark];
	return (maker) => {
		if (maker === "unknown") return false;
		if ("mark" in maker) return !own.some((one) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.p)(one, maker.mark));
		return !own.some(({ runId, attempt }) => runId === maker.run.runId && attempt === maker.run.attempt);
	};
}
function isUnchecked({ target, subject }, { made, confirmed }) {
	return !made && !confirmed && (target.server === null || "unlisted" in subject);
}
function isAnother({ target, subject }, { confirmed }) {
	const snapshot = listed$1(subject);
	if (!snapshot) return false;
	return target.server !== null && target.server.id !== snapshot.server.id || confirmed && target.name !== null && target.name !== snapshot.name;
}
function lost(found, { snapshots, notes }) {
	const snapshot = listed$1(found.subject);
	const gone = lastNoteOn(idOf(found.subject), notes)?.act === "delete" ? "a step of this job with mode: delete has deleted it" : "it is gone from the list";
	return givenUp(found, {
		title: "Not rolled back",
		why: `it was complete before the deploy, and now ${snapshot ? `its status is "${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot.status, 40)}"` : (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.o)(snapshots) ?? gone}`,
		next: `What the job did to the server stands. Use another snapshot (mode: list shows them) or a backup.`
	});
}
function givenUp({ subject, target }, reason) {
	const { title, what = "Not rolled back from", why, next } = reason;
	const snapshot = listed$1(subject);
	const server = snapshot?.server ?? target.server;
	const message = `${what} ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)({
		id: idOf(subject),
		name: snapshot?.name ?? target.name ?? ""
	})}${server ? ` of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server)}` : ""}: ${why.replace(/\.$/, "")}.`;
	return {
		do: "give_up",
		subject,
		why,
		failure: new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
			title,
			message,
			next
		})
	};
}
// src/modes/guard/guard-plan.ts
function guardPlan(seen, work) {
	const targets = openTargets(work.saved);
	const all = targets.flatMap((target) => allOf(target, seen, work.saved));
	const missing = targets.filter((target) => !all.some((one) => one.target === target));
	if (seen.is === "unreachable") return leftAlone({
		all,
		missing
	}, seen.trouble, work);
	const list = seen.is === "listed" ? seen : {
		...seen,
		is: "listed",
		...nothingListed
	};
	const planned = all.map((found) => ({
		found,
		step: stepFor(found, list, work)
	}));
	return {
		steps: planned.map(({ step }) => step),
		annotations: [
			...missing.map(notFound),
			...work.policy.restore ? notRuledOut(list.snapshots) : [],
			...work.policy.delete ? planned.flatMap(({ found, step }) => sparedAfterwards(found, step, list)) : []
		]
	};
}
const nothingListed = {
	snapshots: [],
	servers: void 0,
	foreign: [],
	runs: () => ({
		is: "unknown",
		why: "it was not asked for"
	})
};
function notFound({ server, name }) {
	return {
		level: "notice",
		title: "No snapshot found",
		text: `${server ? (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server)) : "A server"}: the main step ended before its request was answered, and no list shows a snapshot that came of it. If one named ${name} appears later, delete it by hand.`
	};
}
function leftAlone({ all, missing }, trouble, { policy }) {
	const ids = all.map(({ subject }) => idOf(subject)).join(",");
	const notDeleted = {
		level: "warning",
		title: "Snapshot not deleted",
		text: `Snapshot ${ids} could not be deleted. ${trouble} Later: mode: delete with snapshot_id: ${ids}.`
	};
	return {
		steps: all.map(({ subject }) => ({
			do: "keep",
			subject,
			why: "VPS.org could not be asked"
		})),
		annotations: [...policy.delete && ids ? [notDeleted] : [], ...missing.map((target) => notLookedFor(target, trouble))]
	};
}
function notLookedFor({ server, name }, trouble) {
	return {
		level: "warning",
		title: "Snapshot not looked for",
		text: `${server ? (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server)) : "A server"}: the main step ended before its request was answered, and VPS.org could not be asked what came of it. ${trouble} If there is a snapshot named ${name}, delete it by hand.`
	};
}
function allOf(target, seen, { made: own, nonce, targets }) {
	const list = seen.is === "listed" ? seen.snapshots : [];
	const others = targets.filter((one) => one !== target).map(_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r);
	const made = own ? (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.o)(target, {
		nonce,
		origin: seen.origin
	}, list).filter(({ id }) => !others.includes(id)) : [];
	const ids = [(0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target), ...made.map(({ id }) => id)].filter((id) => id !== void 0);
	return [...new Set(ids)].map((id) => {
		const subject = subjectIn(list, id);
		return {
			target,
			subject: "listed" in subject ? { listed: ownedBy(target.server, subject.listed) } : subject
		};
	});
}
function stepFor(found, seen, work) {
	const { subject } = found;
	const { policy, saved } = work;
	const snapshot = listed$1(subject);
	const complete = snapshot !== void 0 && isComplete(snapshot.status);
	const decision = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.T)(policy, saved.succeeded && saved.confirmed, complete);
	if (isTwin(found, saved)) return twin(found, work);
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
	if (decision === "delete") return deletion(found, seen, whyOf(work));
	return rollback(found, seen, work);
}
function rollback(found, seen, work) {
	const snapshot = listed$1(found.subject);
	const note = restoredByStep((snapshot?.server ?? found.target.server)?.id, seen.notes);
	if (note && note.snapshot !== idOf(found.subject)) return restoredFromAnother(found, note);
	const told = note?.state;
	if (told === "confirmed") return restoredAlready(found, seen, work);
	if (!snapshot || !isComplete(snapshot.status)) return lost(found, seen);
	const objection = told === "requested" ? void 0 : notRestorable(found, snapshot, {
		seen,
		work
	});
	const thenDelete = work.policy.delete && whySpared(found, seen, told) === void 0;
	return objection ?? {
		do: "restore",
		snapshot,
		thenDelete
	};
}
function deletion(found, seen, why) {
	const { subject } = found;
	const spared = whySpared(found, seen) ?? whyNeeded(found, seen);
	return spared ? {
		do: "keep",
		subject,
		...spared
	} : {
		do: "delete",
		subject,
		why
	};
}
function restoredAlready(found, seen, work) {
	const why = "a step of this job with mode: restore has restored the server already";
	const isThere = listed$1(found.subject) !== void 0;
	if (work.policy.delete && isThere && work.ending !== "cancelled") return deletion(found, seen, `${why}, and ${whyOf(work)}`);
	return {
		do: "keep",
		subject: found.subject,
		why,
		level: "notice"
	};
}
function restoredFromAnother(found, { snapshot, state }) {
	return givenUp(found, {
		title: "Restored from another snapshot",
		why: `a step of this job with mode: restore ${state === "confirmed" ? "has restored" : "asked to restore, which is not confirmed,"} the server from snapshot ${snapshot}`,
		next: "Look at the server before anything else is done to it."
	});
}
function sparedAfterwards(found, step, seen) {
	if (step.do !== "restore" || step.thenDelete) return [];
	const spared = whySpared(found, seen, "requested");
	const text = `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)(fullName(found.subject))} is kept after the restore: ${spared?.why}.`;
	return spared ? [{
		level: spared.level,
		title: "Snapshot kept",
		text
	}] : [];
}
function isTwin({ target, subject }, { confirmed }) {
	return confirmed && idOf(subject) !== (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target);
}
function twin({ subject, target }, { policy }) {
	const why = `it came of the same request as snapshot ${(0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target)}`;
	return policy.delete && !policy.restore ? {
		do: "delete",
		subject,
		why
	} : {
		do: "keep",
		subject,
		why
	};
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
function whyOf({ ending, policy }) {
	return ending ? `on_${ending} is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.A)(policy)}` : "no policy is set";
}
// src/rules/restore-progress.ts
const noTrace = {
	ran: void 0,
	sawRestoring: false,
	stoppedSince: void 0,
	stoodMs: 0,
	runningSince: void 0
};
function trace(before, { status, elapsed }) {
	if (status === void 0) return before;
	const stoppedSince = isStopped(status) ? before.stoppedSince ?? elapsed : void 0;
	return {
		ran: before.ran,
		sawRestoring: before.sawRestoring || isRestoring(status),
		stoppedSince,
		stoodMs: Math.max(before.stoodMs, stoppedSince === void 0 ? 0 : elapsed - stoppedSince),
		runningSince: isRunning(status) ? before.runningSince ?? elapsed : void 0
	};
}
function proofOf(look, seen, limits) {
	const { status, elapsed } = look;
	const isOverdue = elapsed >= limits.shortest;
	if (status === void 0) return !seen.sawRestoring && isOverdue ? "unproven" : "waiting";
	if (isRestoring(status)) return "going_on";
	if (isRunning(status)) return runningProof(look, seen, limits);
	if (isStopped(status)) return standingProof(look, seen, limits);
	if (!isFailed(status)) return "unfamiliar";
	if (seen.sawRestoring) return "failed";
	return isOverdue ? "unproven" : "waiting";
}
function runningProof({ elapsed }, seen, limits) {
	const stood = seen.ran === true && seen.stoodMs >= limits.longerThanReboot;
	if (!seen.sawRestoring && !stood) return elapsed >= limits.shortest ? "unproven" : "waiting";
	if (!(elapsed - (seen.runningSince ?? elapsed) >= limits.agreeing)) return "waiting";
	return seen.sawRestoring ? "back" : "back_by_standstill";
}
function standingProof({ elapsed }, seen, limits) {
	if (!seen.sawRestoring) return elapsed >= limits.longest ? "unproven_standing" : "waiting";
	return seen.stoppedSince !== void 0 && elapsed - seen.stoppedSince >= limits.standstill && elapsed >= limits.shortest ? "back_stopped" : "waiting";
}
// src/operations/wait-until-ready.ts
async function waitUntilReady(url, deps) {
	deps.log.group("Waiting for ready_url");
	const startedAt = deps.clock.now();
	const heard = new Heard(url, deps);
	if ((await probing(url, deps).ask({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.u,
		judge(answer) {
			heard.note(answer);
			return answer.ok ? {
				is: "reached",
				found: void 0
			} : { is: "pending" };
		}
	})).is === "reached") {
		deps.log.info(`${url} answers.`);
		return;
	}
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.S({
		title: "Server up, service not ready",
		message: `The restore is done, but ${url} gave no 2xx in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(deps.clock.now() - startedAt)}${heard.last ? `; last: ${heard.last}` : ""}.`,
		next: "Look at the service on the server: it runs as it was when the snapshot was taken."
	});
}
async function answersSteadily(url, deps) {
	const heard = new Heard(url, deps);
	let failed = false;
	let inRow = 0;
	return {
		proven: (await probing(url, deps).ask({
			schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.l,
			judge(answer) {
				heard.note(answer);
				failed ||= !answer.ok;
				inRow = answer.ok ? inRow + 1 : 0;
				return failed && inRow >= 3 ? {
					is: "reached",
					found: true
				} : { is: "pending" };
			}
		})).is === "reached",
		last: heard.last
	};
}
var Heard = class {
	#url;
	#deps;
	last = "";
	constructor(url, deps) {
		this.#url = url;
		this.#deps = deps;
	}
	note({ ok, words }) {
		const news = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(words, 200);
		if (news !== this.last && !ok) this.#deps.log.info(`${this.#url}: ${news}. Asking again.`);
		this.last = news;
	}
};
function probing(url, deps) {
	const { clock, deadline, pace, random, signal } = deps;
	return new _poller_js__WEBPACK_IMPORTED_MODULE_2__.t({
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
	const { clock, log } = deps;
	const startedAt = clock.now();
	const name = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot.server));
	const limits = limitsAt(deps.pace);
	const heard = new Set();
	let seen = accepted.trace;
	let unfamiliar = false;
	let last;
	const judge = (list, elapsed) => {
		last = list.find(({ id }) => id === snapshot.server.id);
		const status = last?.status;
		const word = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(status ?? "not in the list", 40);
		seen = trace(seen, {
			status,
			elapsed
		});
		const proof = proofOf({
			status,
			elapsed
		}, seen, limits);
		unfamiliar = proof === "unfamiliar";
		if (!heard.has(word) && !proof.startsWith("back")) {
			heard.add(word);
			log.info(unfamiliar ? `${name} is "${word}", which is not documented. Waiting on.` : `${name} is ${word}.`);
		}
		return verdictOn(proof, {
			name,
			word,
			elapsed,
			accepted,
			terms
		}, deps);
	};
	const end = await deps.servers.ask({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.l,
		judge
	});
	if (end.is === "failed") throw end.failure;
	if (end.is === "reached") {
		tellNewAddress(accepted, last, deps);
		return end.found;
	}
	throw stillGoing({
		name,
		elapsed: clock.now() - startedAt,
		word: [...heard].at(-1),
		unfamiliar
	});
}
function tellNewAddress({ snapshot, addresses }, server, { journal }) {
	if (!addresses || !server || addresses.length === 0) return;
	const [old, now] = [addresses, server.addresses].map((list) => list.toSorted().join(", "));
	if (old === now) return;
	journal.warning("Address changed", `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot.server))} has another address after the restore: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(now || "none")} instead of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(old ?? "")}.`);
}
function limitsAt(pace) {
	return {
		shortest: (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 3e5),
		standstill: (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 18e4),
		longerThanReboot: (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 12e4),
		longest: (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 12e5),
		agreeing: Math.min(5e3, (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 5e3))
	};
}
function verdictOn(proof, seen, deps) {
	const { name, word, elapsed, accepted, terms } = seen;
	switch (proof) {
		case "back":
		case "back_by_standstill":
			deps.log.info(`${name} is active again, restored from ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(accepted.snapshot)}.`);
			return {
				is: "reached",
				found: {
					is: "running",
					byStandstill: proof === "back_by_standstill"
				}
			};
		case "back_stopped": return {
			is: "reached",
			found: {
				is: "standing",
				word
			}
		};
		case "failed": return {
			is: "failed",
			failure: failed(seen)
		};
		case "unproven": return fails(notConfirmed(name, `it was not seen restoring within ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(elapsed)}`));
		case "unproven_standing": return fails(leftStanding(seen, deps));
		default:
			terms.heartbeat.beat(`${name} is ${word}`);
			return { is: "pending" };
	}
}
function fails(failure) {
	return {
		is: "failed",
		failure
	};
}
async function proveByUrl({ snapshot }, terms, deps) {
	const { readyUrl, alone } = terms;
	const name = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot.server));
	if (!readyUrl) throw notConfirmed(name, "the token may not list servers, and there is no ready_url");
	if (!alone) throw notConfirmed(name, "the token may not list servers, and one ready_url cannot prove several restores");
	const { proven, last } = await answersSteadily(readyUrl, deps);
	if (proven) return {
		is: "running",
		byStandstill: false
	};
	throw notConfirmed(name, `${readyUrl} did not fail and then answer steadily in the time allowed${last ? ` (last: ${last})` : ""}`);
}
function notConfirmed(name, why) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
		next: "Whether it was restored is not known. Look at it at VPS.org before you rely on it, and before you restore it again."
	});
}
function leftStanding({ name, word, elapsed, accepted }, { vps }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for it is ${word} for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(elapsed)} and was never seen restoring.`,
		next: `Look at the server at VPS.org. If it should run: ${vps.startByHand(accepted.snapshot.server.id)}`
	});
}
function failed({ name, word, accepted }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Restore failed",
		message: `${name} is "${word}" after the restore.`,
		next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${accepted.snapshot.id} tries again.`
	});
}
function stillGoing({ name, elapsed, word = "unknown", unfamiliar }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.S({
		title: "Restore not done in time",
		message: `${name} was not back after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(elapsed)}; its status is ${word}.`,
		next: unfamiliar ? "That word is not documented: look at the server at VPS.org." : "The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks."
	});
}
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
			until: now + patienceWith(deadline - now)
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
		log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(trouble.message)} ${words.looking}`);
		const windowMs = Math.min((0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, isRefusal ? lateWindowMs : 2e4), Math.max(0, deadline - clock.now()));
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
		const next = Math.max(Math.min(clock.now() + (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, growing), until), leaveAloneUntil);
		log.info(`It cannot be done just now. Asking again in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(next - clock.now())}.`);
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
		const wait = asked > 0 ? `The API asks to wait for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(asked)}, which is longer than there is time for.` : "";
		const tried = waited > 0 ? `It was asked for again for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(waited)}.` : "";
		return words.refused(trouble, [tried, wait].filter(Boolean).join(" "));
	}
};
async function sendUntilItLeaves(send, deps) {
	const giveUp = Math.min(deps.clock.now() + 12e4, deps.deadline);
	for (let pause = 500;; pause = Math.min(2 * pause, 1e4)) try {
		return { made: await send() };
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l)) throw error;
		if (!(error.fate === "not_sent" && error.passing && deps.clock.now() + pause < giveUp)) return { trouble: error };
		deps.log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(error.message)} It was not sent; trying again soon.`);
		await deps.clock.sleep(pause, deps.signal);
	}
}
function askedPauseMs(error) {
	return error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_2__.p ? error.retryAfterMs ?? 0 : 0;
}
// src/operations/request-restore.ts
async function requestRestore({ snapshot }, { listed, ran, recheck }, deps) {
	const { server } = snapshot;
	const what = `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server)} from ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(snapshot)}`;
	const { clock, pace } = deps;
	const onlooker = new Onlooker(server.id, ran, deps);
	let lostAt;
	const { made, adopted } = await untilClear({
		act: "restore",
		id: server.id,
		async send() {
			await deps.vps.restoreSnapshot(snapshot.id);
			return {
				...noTrace,
				ran
			};
		},
		find: listed ? (windowMs, doubt) => {
			if (doubt === "this_one") lostAt = clock.now();
			return lostAt !== void 0 && clock.now() - lostAt <= 2 * (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 2e4) ? begun(server.id, {
				what,
				windowMs,
				ran
			}, deps) : onlooker.watch(windowMs);
		} : void 0,
		isNotNow: isAboutState,
		async mayGoOn() {
			if (onlooker.sawRepair) throw await repaired(snapshot, what, deps);
			await recheck();
		},
		...listed && { async pause(ms) {
			await onlooker.watch(ms);
		} },
		tries: 10,
		pauseMs: (unclear) => Math.min((unclear - 1) * 1e4, 6e4),
		lateWindowMs: 2e4,
		words: {
			doubt: `The restore of ${what} may have been requested.`,
			looking: "Looking whether the restore began all the same.",
			refused: (error, later) => refused(what, error, later),
			refusedLate: (error) => uncertain(what, error),
			uncertain: (error) => uncertain(what, error)
		}
	}, deps);
	deps.journal.settle("restore", server.id, `The restore of ${what} was requested.`);
	deps.log.info(`Restore of ${what}: ${adopted ? "the server is being restored" : "accepted"}.`);
	return made;
}
function isAboutState(error) {
	if (!(error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_2__.p) || error.isPage) return false;
	return error.isNotNow || error.status === 400 && !/\b(token|credentials?|snapshot)\b/i.test(error.words);
}
var Onlooker = class {
	#serverId;
	#deps;
	#stoppedSince;
	#ran;
	sawRepair = false;
	constructor(serverId, ran, deps) {
		this.#ran = ran !== false;
		this.#serverId = serverId;
		this.#deps = deps;
	}
	async watch(ms) {
		const { clock, servers, signal } = this.#deps;
		const end = clock.now() + ms;
		await servers.until({
			schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.l,
			patienceMs: ms,
			isSo: (list) => this.#see(list)
		});
		if (!this.sawRepair && clock.now() < end) await clock.sleep(end - clock.now(), signal);
	}
	#see(list) {
		const status = list.find(({ id }) => id === this.#serverId)?.status ?? "";
		const { clock, pace } = this.#deps;
		this.#ran ||= isRunning(status);
		if (isStopped(status) && this.#ran) this.#stoppedSince ??= clock.now();
		const stoodMs = this.#stoppedSince === void 0 ? 0 : clock.now() - this.#stoppedSince;
		if (!isStopped(status)) this.#stoppedSince = void 0;
		this.sawRepair ||= isRestoring(status) || stoodMs > 0 && stoodMs >= (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 12e4);
		return this.sawRepair;
	}
};
async function begun(serverId, { what, windowMs, ran }, deps) {
	const { clock, pace, servers } = deps;
	const askedAt = clock.now();
	let blindMs;
	let isIdle = false;
	const { so, timedOut } = await servers.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.l,
		windowMs,
		isSo(list) {
			blindMs ??= clock.now() - askedAt;
			const isBegun = list.some(({ id, status }) => id === serverId && isRestoring(status));
			const isLate = clock.now() - askedAt >= (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 2e4);
			isIdle ||= isLate && !isBegun;
			return isBegun && !isIdle;
		}
	});
	if (timedOut) throw outOfTime(what);
	if (so) return {
		...noTrace,
		ran,
		sawRestoring: true
	};
	if (blindMs !== void 0 && blindMs >= (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 3e5)) throw seenLate(what, blindMs);
}
function refused(what, error, later) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(error, {
		title: "Restore refused",
		message: `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)(what)} was not restored.`,
		...later && { next: later }
	}, _start_js__WEBPACK_IMPORTED_MODULE_0__.x);
}
async function repaired({ server }, what, deps) {
	await deps.servers.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.l,
		patienceMs: deps.deadline - deps.clock.now(),
		isSo: (list) => !list.some(({ id, status }) => id === server.id && isRestoring(status))
	});
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Restored or repaired by someone else",
		message: `Before the restore of ${what} could be asked for again, the server was restored or stood still for longer than a reboot takes: somebody seems to work on it, so it was not asked for again.`,
		next: "Look at the server at VPS.org before anything else is done to it."
	});
}
function seenLate(what, blindMs) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Restore not certain",
		message: `The answer to the request to restore ${what} was lost, and no list of servers came for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(blindMs)}: it may have been restored meanwhile, so it was not asked for again.`,
		next: "Look at the server at VPS.org before anything else is done to it."
	});
}
function outOfTime(what) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.S({
		title: "Restore not certain",
		message: `The answer to the request to restore ${what} was lost, and the time set by timeout_minutes was over before it showed whether the restore began.`,
		next: "Look at the server at VPS.org before anything else is done to it, and raise timeout_minutes."
	});
}
function uncertain(what, error) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(error, {
		title: "Restore not certain",
		message: `No clear answer to the request to restore ${what}.`,
		next: "Look at the server at VPS.org before anything else is done to it."
	});
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
	return elapsed <= usual ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(elapsed)} (usually ${documented})` : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}
// src/operations/start-server.ts
function lateStopWindow(deps) {
	return (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(deps.pace, 3e5);
}
async function startServer(duty, deps) {
	try {
		await untilItRuns(duty, deps);
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l)) throw error;
		throw unseen(duty.server, error, deps);
	}
}
async function untilItRuns(duty, deps) {
	const { server } = duty;
	const { clock, log } = deps;
	const name = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server));
	const heartbeat = new Heartbeat(log, clock, _poller_js__WEBPACK_IMPORTED_MODULE_2__.c);
	const busy = new Busy(duty, deps);
	let acceptedAt;
	let agreeing = 0;
	let word = "unknown";
	const judge = (list) => {
		const status = list.find(({ id }) => id === server.id)?.status;
		word = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(status ?? "not in the list", 40);
		heartbeat.beat(`${name} is ${word}`);
		agreeing = status !== void 0 && isRunning(status) ? agreeing + 1 : 0;
		if (agreeing >= 2 && clock.now() >= (duty.watchUntil ?? 0)) return {
			is: "reached",
			found: "runs"
		};
		const onItsWay = acceptedAt !== void 0 && clock.now() - acceptedAt < 12e4;
		if (agreeing > 0 || onItsWay || status !== void 0 && isRestoring(status)) return { is: "pending" };
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
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.S)) throw error;
		return false;
	}
}
function after(requests) {
	const pause = Math.min((requests - 1) * 1e3, 1e4);
	return {
		..._poller_js__WEBPACK_IMPORTED_MODULE_2__.c,
		first: _poller_js__WEBPACK_IMPORTED_MODULE_2__.c.first.map((at) => at + pause)
	};
}
async function isAccepted(server, busy, deps) {
	const name = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server));
	try {
		await deps.vps.power(server.id, "start");
		deps.log.info(`${name} is asked to start.`);
		busy.isOnItsWay = true;
		return true;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l)) throw error;
		deps.log.info(`${name}: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(error.message)} Looking whether it runs.`);
		if (error.fate === "refused" && !isForNow(error)) throw notStarted(server, error, deps);
		if (error.fate === "refused" && !await busy.mayGoOn()) throw notStarted(server, error, deps);
		return false;
	}
}
function isForNow(error) {
	return error instanceof _poller_js__WEBPACK_IMPORTED_MODULE_2__.p && (error.isNotNow || [400, 409].includes(error.status));
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
		return this.#idleSince === void 0 || clock.now() - this.#idleSince < (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 12e4);
	}
	async #makeWay() {
		const { log, signal } = this.#deps;
		if (this.#madeWay || !this.#duty.makeWay) return;
		try {
			await this.#duty.makeWay();
			this.#madeWay = true;
		} catch (error) {
			signal.throwIfAborted();
			if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y || error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l)) throw error;
			log.info((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(error.message));
		}
	}
	async #mayHaveSnapshotUnderWay() {
		try {
			const list = await glance(this.#deps);
			return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(this.#duty.server.id, list).some(({ status }) => isUnderWay(status));
		} catch (error) {
			if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l)) throw error;
			return error.passing;
		}
	}
};
async function lastWord(server, stoppedBy, { vps, journal }) {
	const name = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server));
	const byHand = `If it stands still: ${vps.startByHand(server.id)}`;
	let outcome = "was asked to start when this step ended.";
	try {
		await vps.power(server.id, "start", { isLastWord: true });
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l)) throw error;
		outcome = `its start was not confirmed: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)(error.message)}`;
	}
	journal.settle("stop", server.id, `${name} was stopped by ${stoppedBy}, and ${outcome} ${byHand}`);
}
function notStarted(server, error, { vps }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(error, {
		title: "Server not started",
		message: `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server))} stands still and was not started.`,
		next: `Start it now, at VPS.org or with a token that may: ${vps.startByHand(server.id)}`
	});
}
function unseen(server, error, { vps }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(error, {
		title: "Server not started",
		message: `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server))} was asked to start, and nobody can see whether it runs.`,
		next: `If it stands still: ${vps.startByHand(server.id)}`
	});
}
function notRunning({ name, word, server }, { vps }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.S({
		title: "Server not started",
		message: `${name} was not seen running again; its status is ${word}.`,
		next: `Start it now, at VPS.org or so: ${vps.startByHand(server.id)}`
	});
}
// src/operations/restore-server.ts
async function beginRestore(step, permission, deps) {
	const { snapshot } = step;
	const { clock, journal } = deps;
	const entry = journal.enter((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)({ listed: snapshot }));
	const startedAt = clock.now();
	const trace = await noted({
		entry,
		snapshot
	}, () => requestRestore(step, permission, deps));
	journal.happened("restore requested", clock.date(), snapshot.server.id);
	const { addresses, listed } = permission;
	return {
		snapshot,
		trace,
		addresses,
		listed,
		entry,
		startedAt,
		acceptedAt: clock.now()
	};
}
function resumeRestore({ snapshot }, permission, deps) {
	const { clock, journal } = deps;
	const { addresses, listed, ran } = permission;
	const entry = journal.enter((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)({ listed: snapshot }));
	const at = clock.now();
	const { server } = snapshot;
	const told = `A step of this job asked for the restore of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server)} from ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(snapshot)}.`;
	journal.settle("restore", server.id, told);
	return {
		snapshot,
		trace: {
			...noTrace,
			ran
		},
		addresses,
		listed,
		entry,
		startedAt: at,
		acceptedAt: at
	};
}
async function finishRestore(begun, terms, deps) {
	const { snapshot, entry, listed, startedAt } = begun;
	const prove = listed ? proveByList : proveByUrl;
	const { caveat, byStandstill } = await noted(begun, async () => {
		const left = await prove(begun, terms, deps);
		if (left.is === "running") return {
			caveat: void 0,
			byStandstill: left.byStandstill
		};
		return {
			caveat: await standing(begun, {
				terms,
				word: left.word
			}, deps),
			byStandstill: false
		};
	});
	deps.journal.happened("server back", deps.clock.date(), snapshot.server.id);
	const { server } = snapshot;
	const told = `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server))} was restored from ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(snapshot)}.`;
	deps.journal.settle("restore", server.id, told);
	const remark = caveat === void 0 ? {} : { remark: caveat };
	entry.learn({
		result: "restored",
		tookMs: deps.clock.now() - startedAt,
		...remark
	});
	return {
		caveat,
		byStandstill
	};
}
async function standing({ snapshot, trace }, { terms: { readyUrl }, word }, deps) {
	const { server } = snapshot;
	const name = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server));
	const { ran } = trace;
	const why = ran ? await whyNotStarted(server, deps) : void 0;
	if (ran && why === void 0) {
		deps.log.info(`${name} is active again, restored from ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(snapshot)}.`);
		return;
	}
	const caveat = `${name} is restored, but ${word}: start it by hand at VPS.org`;
	const more = why === void 0 ? "" : ` ${why}`;
	if (readyUrl) {
		const next = `ready_url cannot answer until the server runs. Start it, then check ${readyUrl}.`;
		throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
			title: "Server stopped",
			message: `${caveat}.${more}`,
			next
		});
	}
	deps.journal.warning("Server stopped", `${caveat}.${more}`);
	return caveat;
}
async function whyNotStarted(server, deps) {
	deps.log.info(`${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server))} stands still after the restore and ran before it. Starting it.`);
	try {
		await startServer({
			server,
			watchUntil: void 0
		}, deps);
		return;
	} catch (error) {
		deps.signal.throwIfAborted();
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y)) throw error;
		return `${error.message} ${error.next}`;
	}
}
async function noted({ entry, snapshot }, act) {
	try {
		return await act();
	} catch (error) {
		const failure = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l ? unconfirmed(snapshot, error) : error;
		if (failure instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y) entry.learn({
			result: failure.ending,
			remark: failure.message
		});
		throw failure;
	}
}
function unconfirmed({ server }, error) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(error, {
		title: "Restore accepted, not confirmed",
		message: `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server))}: the restore was accepted, but not confirmed.`,
		next: "Whether it was restored is not known. Look at it at VPS.org before you rely on it, and before you restore it again."
	});
}
// src/modes/guard/recheck.ts
async function recheck({ snapshot }, { work, seen }, deps) {
	const { id } = snapshot.server;
	const isBusy = (list) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(id, list).some(({ status }) => standingOfWord(status) === "in_progress");
	const isForeign = seen.foreign.includes(id);
	if (!isForeign && !isBusy(seen.snapshots)) return;
	if (isForeign && seen.servers) await idleServers([id], seen.servers, deps);
	deps.log.info("Waiting until no snapshot of the server is in progress.");
	const last = await deps.snapshots.until({
		schedule: _poller_js__WEBPACK_IMPORTED_MODULE_2__.d,
		patienceMs: patienceWith(deps.deadline - deps.clock.now()),
		isSo: (list) => !isBusy(list)
	});
	const servers = await together(work, () => visibleServers(deps), deps);
	check(snapshot, {
		work,
		seen: {
			...seen,
			snapshots: last.seen ?? seen.snapshots,
			servers
		}
	}, deps);
}
async function lookAgain({ snapshot }, { work, seen }, deps) {
	const look = async () => ({
		snapshots: await deps.vps.listSnapshots(),
		servers: await visibleServers(deps)
	});
	check(snapshot, {
		work,
		seen: {
			...seen,
			...await together(seen, look, deps)
		}
	}, deps);
}
function check(snapshot, { work, seen }, { vps }) {
	const same = guardPlan({
		...seen,
		foreign: [],
		now: vps.now()
	}, work).steps.find((step) => (step.do === "restore" ? step.snapshot.id : idOf(step.subject)) === snapshot.id);
	if (same?.do === "restore") return;
	throw same?.do === "give_up" ? same.failure : changed(snapshot);
}
function changed(snapshot) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
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
	const heartbeat = new Heartbeat(deps.log, deps.clock, _poller_js__WEBPACK_IMPORTED_MODULE_2__.l);
	const terms = {
		readyUrl,
		alone: restorations.length === 1,
		heartbeat
	};
	const back = [];
	const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(restorations.map(async (step) => {
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
	const notReady = task.seen.servers !== void 0 && readyUrl ? await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)([waitUntilReady(readyUrl, deps)]) : [];
	return {
		back: notReady.length === 0 ? back : [],
		failures: [...failures, ...notReady]
	};
}
async function rollBackOne(step, task, deps) {
	const begun = await begin(step, task, deps);
	if (task.work.ending === "cancelled") announce(step, deps);
	const why = await whyKept(begun, task, deps);
	if (!step.thenDelete || why === void 0) return step;
	const text = `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(step.snapshot))} is kept after the restore: ${why}.`;
	deps.journal.notice("Snapshot kept", text);
	return {
		...step,
		thenDelete: false
	};
}
async function begin(step, { work, seen }, deps) {
	try {
		const isAsked = restoredByStep(step.snapshot.server.id, seen.notes)?.state === "requested";
		if (!isAsked) await recheck(step, {
			work,
			seen
		}, deps);
		const permission = {
			listed: seen.servers !== void 0,
			ran: ranBefore(step, {
				work,
				seen
			}),
			addresses: seen.servers?.find(({ id }) => id === step.snapshot.server.id)?.addresses,
			recheck: () => lookAgain(step, {
				work,
				seen
			}, deps)
		};
		return isAsked ? resumeRestore(step, permission, deps) : await beginRestore(step, permission, deps);
	} catch (error) {
		const ending = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y ? error.ending : "failed";
		if (!deps.journal.entryOf(step.snapshot.id)) deps.journal.enter({
			...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)({ listed: step.snapshot }),
			result: ending
		});
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l) throw byHand(notAsked(error, step), step.snapshot.id);
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.x) throw byHand(asTheJobLeftIt(error), step.snapshot.id);
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y)) throw error;
		throw byHand(inBudget$1(error, work), step.snapshot.id);
	}
}
async function whyKept(begun, { work, terms }, deps) {
	try {
		const { caveat, byStandstill } = await finishRestore(begun, terms, deps);
		const doubt = caveat ?? (byStandstill ? proofIsAStandstill : void 0);
		if (doubt !== void 0 || !work.policy.delete) return doubt;
		return await isOldEnough(begun, deps) ? void 0 : noTimeToBeSure;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y)) throw error;
		throw byHand(inBudget$1(error, work), begun.snapshot.id, "If it turns out not to be restored");
	}
}
const proofIsAStandstill = "nothing but a standstill of the server says that it was restored";
const noTimeToBeSure = `none is deleted sooner than ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(3e5)} after the request to restore it, and there was no time to wait for that`;
async function isOldEnough({ acceptedAt }, { clock, deadline, pace, signal }) {
	const at = acceptedAt + (0,_poller_js__WEBPACK_IMPORTED_MODULE_2__.f)(pace, 3e5);
	if (at >= deadline) return false;
	if (clock.now() < at) await clock.sleep(at - clock.now(), signal);
	return true;
}
function ranBefore({ snapshot }, { work, seen }) {
	return work.saved.targets.find((one) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(one) === snapshot.id)?.ran ?? runsBy(seen.servers, snapshot.server.id);
}
function announce({ snapshot }, { journal }) {
	journal.warning("Rollback requested", `The restore of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot.server)} from ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(snapshot)} is accepted and goes on at VPS.org, whatever becomes of this job. It is not confirmed yet.`);
}
function tellRolledBack(back, { ending, saved }, { journal }) {
	const parts = back.map(({ snapshot }) => {
		const loss = lossOf(saved.targets.find((target) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target) === snapshot.id));
		return `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot.server)} from ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)(snapshot)}${loss ? `; ${loss}` : ""}`;
	});
	journal[ending === "success" ? "notice" : "warning"]("Rolled back", `Rolled back: ${parts.join(". ")}.`);
}
function lossOf(target) {
	if (!target?.requestedAt) return "";
	return `what was written after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.i)(new Date(target.requestedAt))} (snapshot requested${target.completeAt ? `; complete ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.i)(new Date(target.completeAt))}` : ""}) may be gone`;
}
function notAsked(error, { snapshot }) {
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(error, {
		title: "Not rolled back",
		message: `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(snapshot.server))} was not rolled back.`
	});
}
function asTheJobLeftIt(refusal) {
	const { title, message, next, cause } = refusal;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.x({
		title,
		message: `${message}\nWhat the job did to the server stands.`,
		next,
		cause
	});
}
function inBudget$1(failure, { ending }) {
	if (ending !== "cancelled" || failure.ending !== "timed_out") return failure;
	const { message, cause } = failure;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Rollback requested, not confirmed",
		message,
		next: "The restore goes on at VPS.org: look at the server there.",
		cause
	}, failure.ending);
}
function byHand(failure, id, when = "By hand") {
	const { title, message, next, ending } = failure;
	const words = {
		title,
		message,
		next: `${next}\nSnapshot ${id} is kept. ${when}: mode: restore with snapshot_id: ${id}.`,
		rollback: [id],
		cause: failure
	};
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y(words, ending);
}
// src/modes/guard/start-stopped.ts
async function startStopped(duties, deps) {
	const { standing } = duties.saved;
	if (standing.length === 0) return [];
	deps.log.group("Starting what the main step stopped");
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(standing.map((one) => startAgain(one, duties, deps)));
}
async function startAgain(one, duties, deps) {
	const { server, stoppedAt, unclear } = one;
	const stoodMs = () => deps.clock.date().getTime() - Date.parse(stoppedAt);
	const watchUntil = unclear ? deps.clock.now() + lateStopWindow(deps) : void 0;
	const makeWay = duties.ending === "cancelled" ? () => deleteUnfinished(one, duties.saved, deps) : void 0;
	try {
		await startServer({
			server,
			watchUntil,
			...makeWay && { makeWay }
		}, deps);
	} catch (error) {
		if (deps.signal.aborted) await lastWord(server, "the main step", deps);
		throw error;
	}
	const name = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server));
	const told = unclear ? `${name} had been asked by the main step to stop, which it was not seen to. It runs, and may still stop: ${deps.vps.startByHand(server.id)}` : `${name} had been stopped by the main step for its snapshot and runs again, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__.n)(stoodMs())} later.`;
	deps.journal.notice(unclear ? "Server may still stop" : "Server started again", told);
}
const impatient = {
	...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.t)(5e3),
	whenBusyMs: 0
};
async function deleteUnfinished({ server }, saved, deps) {
	const list = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(server.id, await glance(deps));
	for (const target of saved.targets) {
		const made = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.o)(target, {
			nonce: saved.nonce,
			origin: deps.origin
		}, list);
		const known = list.filter(({ id }) => id === (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target) && !(0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.a)(target));
		const own = [...new Set([...made, ...known])];
		const unfinished = own.filter(({ status }) => isUnderWay(status));
		for (const snapshot of unfinished) await deleteNow(snapshot, deps);
		if (own.length > 0 && own.length === unfinished.length) target.request = "refused";
	}
}
async function deleteNow(snapshot, deps) {
	await deleteSnapshot({ listed: snapshot }, deps, impatient);
	deps.log.info(`Snapshot ${snapshot.id} was not complete and kept the server from starting: it is deleted.`);
}
// src/modes/guard/guard.ts
async function guardJob(work, given) {
	const deps = inBudget(work, given);
	const failures = await startStopped(work, deps);
	try {
		deps.signal.throwIfAborted();
		warnOfHalfDeployed(work, deps);
		const outcome = await carryOut(guard, withoutClaimed(work, deps), deps);
		if (failures.length === 0) return outcome;
	} catch (error) {
		const failure = error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(error) : error;
		if (!(failure instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y) || failures.length === 0) throw error;
		if (!failures.includes(failure)) failures.push(failure);
	}
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.w)(failures, failures.length);
}
function inBudget({ ending }, deps) {
	if (ending !== "cancelled") return deps;
	const now = deps.clock.date();
	const usedMs = now.getTime() - deps.notes.firstGuardAt(now).getTime();
	return hurried(deps, deps.clock.now() + Math.max(24e4 - usedMs, 2e4));
}
function withoutClaimed(work, { notes, log }) {
	const { saved, ending, policy } = work;
	if (ending === "success" && !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(policy)) return work;
	const all = notes.all();
	const isClaimed = (target) => {
		const id = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target);
		return id !== void 0 && isClaimedByAnother(id, all, saved.nonce.step);
	};
	const claimed = saved.targets.filter(isClaimed).flatMap((target) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target) ?? []);
	if (claimed.length === 0) return work;
	log.info(`Snapshot ${claimed.join(", ")} is left to the step with mode: wait that waited for it; its post step says what became of it.`);
	return {
		...work,
		saved: {
			...saved,
			targets: saved.targets.filter((target) => !isClaimed(target))
		}
	};
}
function warnOfHalfDeployed({ ending, policy, onFailure, saved }, { journal }) {
	if (ending !== "cancelled" || !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(policy) || !onFailure?.restore || !saved.confirmed) return;
	const ids = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.i)(saved).join(",");
	journal.warning("Perhaps half deployed", `The job was cancelled, or its time limit was over, and on_cancelled is keep: nothing is rolled back, and ${(0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .serversOf */ .U2)(saved)} may be half deployed. By hand: mode: restore with snapshot_id: ${ids}. To roll back in such a case, set on_cancelled: restore.`);
}
async function startOnly({ saved, failure }, deps) {
	const failures = await startStopped({
		saved,
		ending: void 0
	}, deps);
	throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.w)([failure, ...failures], failures.length + 1);
}
const guard = {
	look: guardLook,
	plan: guardPlan,
	async perform({ steps }, task, deps) {
		const { inputs: work, seen } = task;
		(0,_read_state_js__WEBPACK_IMPORTED_MODULE_5__/* .recall */ .I)(work, deps);
		for (const step of steps) if (step.do === "keep") keep(step, task, deps);
		const failures = steps.flatMap((step) => step.do === "give_up" ? giveUp(step, task, deps) : []);
		const doomed = steps.flatMap((step) => step.do === "delete" ? step.subject : []);
		if (seen.is === "listed") {
			const restorations = steps.filter((step) => step.do === "restore");
			warnOfEmpty(restorations.map(({ snapshot }) => snapshot), seen.snapshots, deps);
			const [{ back, failures: notRestored }, notAwaited] = await Promise.all([rollBack(restorations, {
				work,
				seen
			}, deps), (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)([othersRestored(work.force ? [] : seen.foreign, seen, deps)])]);
			failures.push(...notRestored, ...untold(notAwaited, notRestored));
			for (const { thenDelete, snapshot } of back) if (thenDelete) doomed.push({ listed: snapshot });
		}
		if (doomed.length > 0) deps.log.group("Cleaning up");
		const { snapshots } = hurried(deps, deps.clock.now() + 72e4);
		const brief = {
			...deps,
			snapshots
		};
		const notCleaned = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(doomed.map((subject) => cleanUp(subject, brief)));
		failures.push(...untold(notCleaned, failures));
		if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.w)(failures, steps.length);
		return steps.length === 0 ? { result: "kept" } : {};
	}
};
async function othersRestored(foreign, { servers }, deps) {
	try {
		if (servers) await idleServers(foreign, servers, deps);
	} catch (error) {
		throw error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.l ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.u)(error) : error;
	}
}
function untold(failures, told) {
	return [...new Set(failures)].filter((one) => !told.some((other) => other === one || other.cause === one));
}
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
	const used = server && task.seen.is === "listed" ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)(server.id, task.seen.snapshots) : target?.slotsUsed;
	const slots = used ? ` ${used} of 5 slots of the server are used.` : "";
	const id = idOf(subject);
	const text = `${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_1__.r)({
		id,
		name: snapshot?.name ?? target?.name ?? ""
	}))}${server ? ` of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_1__.n)(server)}` : ""} is kept: ${why}.${slots}`;
	const level = step.do === "keep" ? step.level : void 0;
	if (level) deps.journal[level]("Snapshot kept", text);
	else if (saved.succeeded) deps.log.info(text);
	else deps.journal.warning("Snapshot left", `${text} ${saved.made ? "D" : "Unless the step that requested it does, d"}elete it when nobody needs it: mode: delete with snapshot_id: ${id}.`);
}
function giveUp(step, task, deps) {
	const { subject, why, failure } = step;
	deps.journal.enter({
		...known(step, task).facts,
		result: "failed",
		remark: why
	});
	const snapshot = listed$1(subject);
	return snapshot && isComplete(snapshot.status) ? byHand(failure, snapshot.id) : failure;
}
function known({ subject }, { inputs, seen }) {
	const target = inputs.saved.targets.find((one) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(one) === idOf(subject));
	const server = target?.server ? { server: target.server } : {};
	const status = seen.is === "listed" ? "not in the list" : "completed";
	const snapshot = target && inputs.saved.confirmed ? confirmedAs(target, status) : void 0;
	return {
		target,
		facts: {
			...server,
			...snapshot && { snapshot },
			...(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(subject)
		}
	};
}
function confirmedAs(target, status) {
	const id = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_3__.r)(target);
	const { server, name, sizeMb, createdAt } = target;
	if (id === void 0 || !server || name === null) return void 0;
	return {
		id,
		server: {
			id: server.id,
			name: server.name ?? ""
		},
		name,
		status,
		sizeMb,
		createdAt,
		description: ""
	};
}



/***/ }),

/***/ 712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JC: () => (/* binding */ keptByHand),
/* harmony export */   U2: () => (/* binding */ serversOf),
/* harmony export */   a: () => (/* binding */ isDoubtful),
/* harmony export */   c: () => (/* binding */ isEarlierAttempt),
/* harmony export */   d: () => (/* binding */ readGeneratedName),
/* harmony export */   d_: () => (/* binding */ lostPolicy),
/* harmony export */   f: () => (/* binding */ readMark),
/* harmony export */   i: () => (/* binding */ idsIn),
/* harmony export */   l: () => (/* binding */ isOfRun),
/* harmony export */   lostPolicyIn: () => (/* binding */ lostPolicyIn),
/* harmony export */   n: () => (/* binding */ readPolicy),
/* harmony export */   o: () => (/* binding */ madeFor),
/* harmony export */   p: () => (/* binding */ sameJob),
/* harmony export */   r: () => (/* binding */ idOfTarget),
/* harmony export */   s: () => (/* binding */ readSavedState),
/* harmony export */   t: () => (/* binding */ isEnding),
/* harmony export */   u: () => (/* binding */ isOurs)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(209);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(829);



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
function isOurs(snapshot, origin) {
	const mark = readMark(snapshot.description);
	return mark !== null && sameRepository(mark, origin);
}
function isOfRun(mark, origin) {
	return mark !== null && sameRepository(mark, origin) && mark.runId === origin.runId;
}
function sameJob(one, other) {
	return sameRepository(one, other) && one.runId === other.runId && one.attempt === other.attempt && one.nonce.job === other.nonce.job;
}
function readGeneratedName(name) {
	const [, runId, attempt] = /^gha-.*-(\d+)-(\d+)-[0-9a-f]{6}$/.exec(name) ?? [];
	return runId && attempt ? {
		runId,
		attempt
	} : void 0;
}
function isEarlierAttempt(mark, origin) {
	return mark !== null && isOfRun(mark, origin) && Number(mark.attempt) < Number(origin.attempt);
}
function sameNonce(one, other) {
	return one.job === other.job && one.step === other.step;
}
function sameRepository(one, other) {
	return one.repository.toLowerCase() === other.repository.toLowerCase();
}
// src/rules/adoption.ts
function madeBy(request, snapshots) {
	return snapshots.filter((snapshot) => belongs(snapshot, request) && isFrom(request, snapshot)).sort(oldestFirst);
}
function belongs({ server, name }, request) {
	if (server.id !== _values_js__WEBPACK_IMPORTED_MODULE_1__.l.id) return server.id === request.serverId;
	return name === request.name || name === generatedName(request.mark, request.serverId);
}
function isFrom({ mark, serverId }, snapshot) {
	const its = readMark(snapshot.description);
	if (its) return sameNonce(its.nonce, mark.nonce);
	return snapshot.name === generatedName(mark, serverId);
}
function oldestFirst(one, other) {
	return (0,_references_js__WEBPACK_IMPORTED_MODULE_2__.o)(other, one);
}
function readSavedState(text) {
	try {
		const state = JSON.parse(text);
		return state.version === 2 && [state.targets, state.standing].every(Array.isArray) ? state : void 0;
	} catch {
		return;
	}
}
function idOfTarget({ request }) {
	return typeof request === "object" ? request.id : void 0;
}
function isDoubtful({ request }) {
	return typeof request === "object" && request.doubtful === true;
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
// src/inputs/policies.ts
function readPolicy(raw, ending) {
	const text = raw(`on_${ending}`);
	const policy = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(text || "keep");
	if (!policy) throw (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.a)(`on_${ending}`, text, _start_js__WEBPACK_IMPORTED_MODULE_0__.k.join("; "));
	return policy;
}
function isEnding(text) {
	return _start_js__WEBPACK_IMPORTED_MODULE_0__.E.some((ending) => ending === text);
}
// src/modes/guard/lost-policy.ts
function lostPolicy(saved, raw) {
	const ending = raw("job_status");
	if (!isEnding(ending) || raw(`on_${ending}`).trim() !== "") return void 0;
	const policy = saved.policies[ending];
	if ((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(policy)) return void 0;
	return `Nothing was restored and nothing deleted, although the job ended with ${ending}: on_${ending} was ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.A)(policy)} in the main step and is empty now, as inputs are in the post step of nested composite actions. What the job did to ${serversOf(saved)} stands. ${keptByHand(saved)} Next time, use this action in the job itself.`;
}
function lostPolicyIn(text, raw) {
	const saved = readSavedState(text);
	return saved && saved.standing.length === 0 ? lostPolicy(saved, raw) : void 0;
}
function keptByHand(saved) {
	const ids = idsIn(saved).join(",");
	if (ids === "") return "The main step learnt of no snapshot.";
	const use = saved.confirmed ? `restore with snapshot_id: ${ids}, or mode: delete` : `delete with snapshot_id: ${ids}`;
	return `Kept: snapshot ${ids} of ${serversOf(saved)}. By hand: mode: ${use}.`;
}
function serversOf({ targets }) {
	const names = targets.flatMap(({ server }) => server ? (0,_references_js__WEBPACK_IMPORTED_MODULE_2__.n)(server) : []);
	return names.length === 0 ? "the server" : [...new Set(names)].join(", ");
}



/***/ }),

/***/ 355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ recall),
/* harmony export */   readState: () => (/* binding */ readState),
/* harmony export */   reasonFor: () => (/* binding */ reasonFor)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(209);
/* harmony import */ var _lost_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(712);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(856);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(829);





// src/inputs/raw.ts
function flag(raw, input, otherwise) {
	return optional(raw, input, _values_js__WEBPACK_IMPORTED_MODULE_1__.n) ?? otherwise;
}
function optional(raw, input, parse) {
	const text = raw(input);
	return text === "" ? void 0 : parse(input, text);
}
function tidy(raw) {
	return (name) => name === "description" ? raw(name) : (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(raw(name));
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
	if (text !== "none" && (!known || wanted.length === 0)) throw (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.a)("report", text, `any of ${words.join(", ")}; or none alone`);
	return {
		summary: wanted.includes("summary"),
		comment: wanted.includes("comment"),
		status: wanted.includes("status")
	};
}
function readCommon(raw) {
	return {
		apiToken: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(raw("api_token")),
		apiUrl: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.t)("api_url", raw("api_url") || "https://admin.vps.org/api/v1"),
		timeoutMs: scaled(optional(raw, "timeout_minutes", _values_js__WEBPACK_IMPORTED_MODULE_1__.i), 6e4) ?? 36e5,
		pollIntervalMs: scaled(optional(raw, "poll_interval_seconds", _values_js__WEBPACK_IMPORTED_MODULE_1__.i), 1e3),
		dryRun: flag(raw, "dry_run", false),
		report: readReporting(raw),
		githubToken: raw("github_token")
	};
}
function scaled(number, unit) {
	return number === void 0 ? void 0 : number * unit;
}
// src/inputs/guard.ts
function readGuardInputs(given) {
	const raw = tidy(given);
	const status = raw("job_status");
	const ending = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__.t)(status) ? status : void 0;
	const policy = ending ? (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__.n)(raw, ending) : withoutEnding(raw);
	const common = readCommon(raw);
	return {
		...common,
		timeoutMs: timeoutAfter(status, common),
		ending,
		policy,
		onFailure: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(raw("on_failure")),
		readyUrl: optional(raw, "ready_url", _values_js__WEBPACK_IMPORTED_MODULE_1__.o),
		force: flag(raw, "force", false)
	};
}
function timeoutAfter(jobStatus, { timeoutMs }) {
	return jobStatus === "cancelled" ? Math.min(timeoutMs, 18e4) : timeoutMs;
}
function withoutEnding(raw) {
	if (_start_js__WEBPACK_IMPORTED_MODULE_0__.E.map((ending) => (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__.n)(raw, ending)).some((policy) => !(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(policy))) throw (0,_values_js__WEBPACK_IMPORTED_MODULE_1__.a)("job_status", raw("job_status"), _start_js__WEBPACK_IMPORTED_MODULE_0__.E.join(", "));
	return {
		restore: false,
		delete: false
	};
}
// src/modes/guard/read-state.ts
function readState(text, raw) {
	const saved = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__.s)(text);
	if (!saved) throw unreadable();
	const lost = (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .lostPolicy */ .d_)(saved, raw);
	try {
		if (lost !== void 0) throw policyLost(lost);
		const work = {
			...readGuardInputs(raw),
			saved
		};
		if (work.apiUrl !== saved.apiUrl) throw otherApi();
		return work;
	} catch (error) {
		if (!(error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y)) throw error;
		const inputs = saved.standing.length > 0 ? usableCommon(raw, saved) : void 0;
		const failure = nothingDone(error, saved, inputs === void 0);
		if (inputs) return {
			saved,
			inputs,
			failure
		};
		throw failure;
	}
}
function usableCommon(raw, { apiUrl }) {
	try {
		const inputs = readCommon(raw);
		const timeoutMs = timeoutAfter(raw("job_status"), inputs);
		return inputs.apiUrl === apiUrl ? {
			...inputs,
			timeoutMs
		} : void 0;
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.y) return void 0;
		throw error;
	}
}
function nothingDone(error, saved, isStranded) {
	const standing = isStranded ? saved.standing.map(({ server, byHand }) => `\n${(0,_references_js__WEBPACK_IMPORTED_MODULE_3__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_3__.n)(server))} was stopped for its snapshot and may stand still. Start it: ${byHand}`) : [];
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: error.title,
		message: `${error.message} Nothing was done after the job. ${(0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .keptByHand */ .JC)(saved)}${standing.join("")}`,
		next: error.next,
		rollback: saved.confirmed ? (0,_lost_policy_js__WEBPACK_IMPORTED_MODULE_2__.i)(saved) : [],
		cause: error
	});
}
function reasonFor({ ending, policy, saved }) {
	const state = saved.confirmed ? "confirmed complete before the deploy" : "not confirmed by the main step";
	return `${ending ? `The job ended with ${ending}, and on_${ending} is ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.A)(policy)}.` : "This runner does not tell how the job ended, and no policy is set."} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.t)(saved.targets.length, "snapshot")}, ${state}.`;
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "State not readable",
		message: "What the main step saved for the end of the job was written by another version of this action. Nothing was done after the job.",
		next: "Use one version of the action per job. The main step’s log and summary name the snapshot."
	});
}
function policyLost(message) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Nothing done, the policy was lost",
		message,
		next: "Call this action from the workflow, or from one composite action that is not called by another."
	});
}
function otherApi() {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Another api_url",
		message: "Input api_url is another one now than when the snapshot was taken, and the token is not sent there.",
		next: "Give api_url a value that does not change during the job."
	});
}



/***/ }),

/***/ 829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ madeAt),
/* harmony export */   i: () => (/* binding */ ageOf),
/* harmony export */   n: () => (/* binding */ serverName),
/* harmony export */   o: () => (/* binding */ newestFirst),
/* harmony export */   r: () => (/* binding */ snapshotName),
/* harmony export */   t: () => (/* binding */ capitalised)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);

// src/rules/age.ts
function madeAt(snapshot) {
	return snapshot.createdAt === null ? void 0 : Date.parse(snapshot.createdAt);
}
function ageOf(snapshot, now) {
	const made = madeAt(snapshot);
	return made === void 0 ? void 0 : Math.max(0, now - made);
}
function newestFirst(one, other) {
	const [time, otherTime] = [madeAt(one) ?? never, madeAt(other) ?? never];
	return time === otherTime ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(other, one) : otherTime - time;
}
const never = Number.MIN_SAFE_INTEGER;
// src/text/references.ts
function serverName(server) {
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(server.name ?? "", 60);
	return name && name !== `server ${server.id}` ? `server ${server.id} (${name})` : `server ${server.id}`;
}
function snapshotName(snapshot) {
	return snapshot.name ? `snapshot ${snapshot.id} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot.name, 80)})` : `snapshot ${snapshot.id}`;
}
function capitalised(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}



/***/ })

};
