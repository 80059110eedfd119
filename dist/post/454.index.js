export const id = 454;
export const ids = [454,355];
export const modules = {

/***/ 454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guard: () => (/* binding */ guard)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(235);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(856);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(864);
/* harmony import */ var _read_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(355);
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30);






// src/modes/together.ts
async function failuresOf(tasks) {
	return (await Promise.allSettled(tasks)).flatMap((outcome) => {
		if (outcome.status === "fulfilled") return [];
		if (!(outcome.reason instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.u)) throw outcome.reason;
		return [outcome.reason];
	});
}
// src/operations/delete-snapshot.ts
async function deleteOne({ id, snapshot }, { journal, vps }, patience = {}) {
	const name = fullName({
		id,
		snapshot
	});
	const change = journal.changed(`The deletion of ${name} was requested.`);
	try {
		const outcome = await vps.deleteSnapshot(id, patience);
		change.text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(name)} was deleted.`;
		if (outcome === "absent") journal.takeBack(change);
		else journal.deleted(id, snapshot?.server.id);
		return outcome;
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.o && error.fate !== "unknown") journal.takeBack(change);
		throw error;
	}
}
function fullName({ id, snapshot }) {
	return snapshot ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(snapshot)} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(snapshot.server)}` : `snapshot ${id}`;
}
// src/waiting/poller.ts
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
			if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.f) return;
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
// src/waiting/schedule.ts
const creating = {
	first: [
		2,
		5,
		10,
		15
	].map(seconds),
	plausible: 18e4,
	usual: 6e5
};
const restoring$1 = {
	first: [
		.5,
		2,
		5,
		10
	].map(seconds),
	plausible: 3e5,
	usual: 9e5
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
	return number * 1e3;
}
// src/reading/pollers.ts
const betweenLooks = { patienceMs: 5e3 };
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
	return pollIntervalMs === void 0 ? usual : 10 * pollIntervalMs;
}
async function visibleServers(deps) {
	try {
		return await deps.vps.listServers(deps.planning);
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.r && error.status === 403) return void 0;
		throw error;
	}
}
function watch(deps, look) {
	return new Watch({
		look,
		isPassing: (error) => error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.o && error.passing,
		onTrouble: (error) => deps.log.info(`${String(error.message)}. Looking again soon.`),
		clock: deps.clock,
		deadline: deps.deadline,
		signal: deps.signal
	});
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
	return snapshots.filter((snapshot) => snapshot.server.id === request.serverId && isFrom(request, snapshot)).sort(_id_js__WEBPACK_IMPORTED_MODULE_3__.n);
}
function isFrom(request, snapshot) {
	const mark = readMark(snapshot.description);
	if (mark) return sameNonce(mark.nonce, request.mark.nonce);
	return snapshot.name === request.name && request.name === generatedName(request.mark, request.serverId);
}
// src/operations/unclear-request.ts
async function sendUntilItLeaves(send, deps) {
	const giveUp = Math.min(deps.clock.now() + 12e4, deps.deadline);
	for (let pause = 500;; pause = Math.min(2 * pause, 1e4)) try {
		return await send();
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.o && error.fate === "not_sent" && error.passing) || deps.clock.now() + pause >= giveUp) throw error;
		deps.log.info(`${error.message}. It was not sent; trying again soon.`);
		await deps.clock.sleep(pause, deps.signal);
	}
}
function askedPauseMs(error) {
	return error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.r ? error.retryAfterMs ?? 0 : 0;
}
// src/reading/settled-snapshots.ts
async function settledList(agrees, pace, deps) {
	let list = await deps.vps.listSnapshots(deps.planning);
	if (agrees(list)) return {
		list,
		agrees: true,
		timedOut: false
	};
	const window = windowMs(2e4, pace);
	const end = await watchSnapshots(deps).ask({
		next: times(settling, pace, deps),
		judge(seen, elapsed) {
			list = seen;
			return agrees(seen) || elapsed >= window ? {
				is: "reached",
				found: void 0
			} : { is: "pending" };
		}
	});
	return {
		list,
		agrees: agrees(list),
		timedOut: end.is !== "reached"
	};
}
function hasAll(ids, list) {
	return ids.every((id) => list.some((snapshot) => snapshot.id === id));
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
	return elapsed <= usual ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(elapsed)} (usually ${documented})` : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}
// src/rules/snapshot-status.ts
const failureWords$1 = new Set([
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
function standingOfWord(status) {
	if (status === "completed") return "complete";
	if (status === "in_progress") return "in_progress";
	return failureWords$1.has(status) ? "failed" : "unfamiliar";
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
	deps.log.info(`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(first))} is being restored. Waiting for that to end first.`);
	const end = await watchServers(deps).ask({
		next: times(restoring$1, pace, deps),
		judge: (list) => busyServers(wanted, list).length === 0 ? {
			is: "reached",
			found: list
		} : { is: "pending" }
	});
	return end.is === "reached" ? end.found : void 0;
}
// src/operations/wait-until-ready.ts
async function waitUntilReady(url, pace, deps) {
	deps.log.group("Waiting for ready_url");
	const startedAt = deps.clock.now();
	const judge = (answers) => answers ? {
		is: "reached",
		found: void 0
	} : { is: "pending" };
	if ((await knocking(url, deps).ask({
		next: times(settling, pace, deps),
		judge
	})).is === "reached") {
		deps.log.info(`${url} answers.`);
		return;
	}
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.f({
		title: "Server up, service not ready",
		message: `The restore is done, but ${url} gave no 2xx in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(deps.clock.now() - startedAt)}.`,
		next: "Look at the service on the server: it runs as it was when the snapshot was taken."
	});
}
async function knockUntilProven(url, pace, deps) {
	let failed = false;
	let inRow = 0;
	return (await knocking(url, deps).ask({
		next: times(provingByUrl, pace, deps),
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
const provingByUrl = restoring$1;
function knocking(url, deps) {
	const { clock, deadline, signal } = deps;
	return new Watch({
		look: () => deps.knock(url),
		isPassing: () => false,
		onTrouble: () => {},
		clock,
		deadline,
		signal
	});
}
// src/operations/prove-restore.ts
var ProvenByList = class {
	#watch;
	constructor(watch) {
		this.#watch = watch;
	}
	async prove({ snapshot, server }, before, inputs, deps) {
		const { clock, log } = deps;
		const startedAt = clock.now();
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server));
		const limits = {
			shortest: windowMs(3e5, inputs),
			standstill: windowMs(18e4, inputs)
		};
		const told = new Set();
		let seen = before;
		const judge = (list, elapsed) => {
			const status = list.find(({ id }) => id === server.id)?.status;
			const word = (0,_format_js__WEBPACK_IMPORTED_MODULE_4__.l)(status ?? "not in the list", 40);
			seen = trace(seen, status, elapsed);
			const proof = proofOf(status, seen, elapsed, limits);
			if (!told.has(word) && proof !== "back") {
				told.add(word);
				log.info(proof === "unfamiliar" ? `${name} is "${word}", which is not documented. Waiting on.` : `${name} is ${word}.`);
			}
			switch (proof) {
				case "back":
					log.info(`${name} is active again, restored from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(snapshot)}.`);
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
					failure: notConfirmed(name, `it was not seen restoring within ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(elapsed)}`)
				};
				default:
					inputs.heartbeat.beat(`${name} is ${word}`);
					return { is: "pending" };
			}
		};
		const end = await this.#watch.ask({
			next: times(restoring$1, inputs, deps),
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
				failure: new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
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
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server));
		if (!inputs.readyUrl) throw notConfirmed(name, "the token may not list servers, and there is no ready_url");
		if (!inputs.alone) throw notConfirmed(name, "the token may not list servers, and one ready_url cannot prove several restores");
		if (await knockUntilProven(inputs.readyUrl, inputs, deps)) return void 0;
		throw notConfirmed(name, `${inputs.readyUrl} did not fail and then answer steadily in the time allowed`);
	}
};
function notConfirmed(name, why) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
		next: "Look at the server at VPS.org before you rely on it. The snapshot is still there."
	});
}
function failed(name, word, id) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "Restore failed",
		message: `${name} is "${word}" after the restore.`,
		next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${id} tries again.`
	});
}
function stillGoing(name, elapsed, word) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.f({
		title: "Restore not done in time",
		message: `${name} was not back after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(elapsed)}; its status is ${word ?? "unknown"}.`,
		next: "The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks."
	});
}
// src/operations/request-restore.ts
async function requestRestore({ snapshot, server }, watch, inputs, deps) {
	const what = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server)} from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(snapshot)}`;
	let doubt;
	let trouble;
	for (let attempt = 1; attempt <= 10; attempt++) {
		try {
			await sendUntilItLeaves(() => deps.vps.restoreSnapshot(snapshot.id), deps);
			accepted();
			deps.log.info(`Restore of ${what}: accepted.`);
			return noTrace;
		} catch (error) {
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.o)) throw error;
			if (error.fate !== "unknown" && doubt === void 0) throw refused(what, error);
			trouble = error;
		}
		const leaveAloneUntil = deps.clock.now() + askedPauseMs(trouble);
		doubt ??= deps.journal.changed(`The restore of ${what} may have been requested.`);
		if (!watch) break;
		deps.log.info(`${trouble.message}. Looking whether the restore began all the same.`);
		if (await hasBegun(server.id, what, watch, inputs, deps)) {
			accepted();
			deps.log.info(`Restore of ${what}: the server is being restored.`);
			return {
				...noTrace,
				sawRestoring: true
			};
		}
		if (trouble.fate === "refused") break;
		const pause = Math.min((attempt - 1) * 1e4, 6e4);
		const next = Math.max(deps.clock.now() + pause, leaveAloneUntil);
		if (next >= deps.deadline) break;
		await deps.clock.sleep(next - deps.clock.now(), deps.signal);
	}
	throw unknownFate(what, trouble);
	function accepted() {
		const change = doubt ?? deps.journal.changed("");
		change.text = `The restore of ${what} was requested.`;
	}
}
async function hasBegun(serverId, what, watch, inputs, deps) {
	const window = windowMs(2e4, inputs);
	const end = await watch.ask({
		next: times(restoring$1, inputs, deps),
		judge(list, elapsed) {
			const begun = list.some(({ id, status }) => id === serverId && isRestoring(status));
			return begun || elapsed >= window ? {
				is: "reached",
				found: begun
			} : { is: "pending" };
		}
	});
	if (end.is === "reached") return end.found;
	throw outOfTime$1(what);
}
function refused(what, error) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "Restore refused",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(what)} was not restored. ${error.message}.`,
		next: error.hint,
		cause: error
	});
}
function outOfTime$1(what) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.f({
		title: "Restore not certain",
		message: `The answer to the request to restore ${what} was lost, and the time set by timeout_minutes was over before it showed whether the restore began.`,
		next: "Look at the server at VPS.org before anything else is done to it, and raise timeout_minutes."
	});
}
function unknownFate(what, trouble) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "Restore not certain",
		message: `No clear answer to the request to restore ${what}. ${trouble?.message ?? ""}.`,
		next: `Look at the server at VPS.org before anything else is done to it. ${trouble?.hint ?? ""}`,
		cause: trouble
	});
}
// src/rules/newer-deploys.ts
function newerDeploys(snapshot, snapshots, isOther) {
	return snapshots.filter((other) => other.server.id === snapshot.server.id && (0,_timeline_js__WEBPACK_IMPORTED_MODULE_5__.i)(other, snapshot) < 0).filter((other) => {
		const mark = readMark(other.description);
		return mark !== null && isOther(mark);
	}).sort(_timeline_js__WEBPACK_IMPORTED_MODULE_5__.i);
}
// src/modes/restore/restore-plan.ts
function objectionTo(snapshot, seen, { maxAgeMs, force }, rival) {
	return unfinished(snapshot) ?? tooOld(snapshot, seen.now, maxAgeMs) ?? unfit(snapshot, seen, force) ?? (force || !rival ? void 0 : stale(snapshot, seen.snapshots, rival));
}
function unfinished(snapshot) {
	if (snapshot.status === "completed") return void 0;
	return {
		title: "Snapshot not complete",
		text: `${title(snapshot)} has the status "${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.l)(snapshot.status, 40)}"; only a completed one can be restored.`,
		next: `If it is in progress, wait for it with mode: wait and snapshot_id: ${snapshot.id}.`
	};
}
function tooOld(snapshot, now, maxAgeMs) {
	if (maxAgeMs === void 0) return void 0;
	const age = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_5__.r)(snapshot, now);
	if (age !== void 0 && age <= maxAgeMs) return void 0;
	return {
		title: "Snapshot too old",
		text: `${title(snapshot)} is ${age === void 0 ? "of unknown age" : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(age)} old`}; max_age allows ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.n)(maxAgeMs)}.`,
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
	if (server.ipAddress !== null && addresses.some((address) => sameAddress(address, server.ipAddress ?? ""))) return {
		title: "The runner is on that server",
		text: `This job runs on ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server)} itself (${server.ipAddress}). The restore would stop the server, and this job with it.`,
		next: "Run the restore on another runner, such as one hosted by GitHub."
	};
}
function stale(snapshot, snapshots, rival) {
	const [newest] = newerDeploys(snapshot, snapshots, rival);
	if (!newest) return void 0;
	const mark = readMark(newest.description);
	return {
		title: "A newer deploy would be lost",
		text: `${title(snapshot)} is older than ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(newest)}, which ${mark?.repository} run ${mark?.runId} took before its own deploy. Restoring would wipe that deploy.`,
		next: "Look at what is on the server first. force: true restores all the same. Use concurrency, so that one deploy at a time runs per server."
	};
}
function title(snapshot) {
	return `Snapshot ${snapshot.id} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(snapshot.server)}`;
}
function sameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(address) {
	return (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIPv6)(address) ? new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname : address.trim();
}
// src/modes/restore/restore.ts
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
		return remark;
	} catch (error) {
		const failure = error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.o ? unconfirmed(server, error) : error;
		if (failure instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.u) entry.learn({
			result: failure.ending,
			remark: failure.message
		});
		throw failure;
	}
}
function unconfirmed(server, error) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "Restore accepted, not confirmed",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server))}: the restore was accepted, but not confirmed. ${error.message}.`,
		next: `Look at the server at VPS.org before you rely on it. ${error.hint}`,
		cause: error
	});
}
// src/modes/guard/clean-up.ts
const patience = { patienceMs: 12e4 };
async function cleanUp(doomed, pace, deps) {
	const { journal, log } = deps;
	const { id, snapshot } = doomed;
	const entry = journal.entryOf(id) ?? journal.enter(snapshot ? {
		server: snapshot.server,
		id,
		snapshot
	} : { id });
	const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(fullName(doomed));
	try {
		const gone = await deleteWhenDone(doomed, pace, deps) === "absent";
		if (gone) journal.notice("Already gone", `${name} had been deleted already.`);
		else log.info(`${name} is deleted.`);
		if (entry.facts.result === "restored") entry.learn({ remark: "the snapshot was deleted afterwards" });
		else entry.learn({ result: gone ? "already_absent" : "deleted" });
	} catch (error) {
		const told = error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.o ? `${error.message}. ${error.hint}` : outOfTime(error);
		entry.learn({
			...entry.facts.result ? {} : { result: "kept" },
			remark: `not deleted: ${told}`
		});
		journal.warning("Snapshot not deleted", `${name} could not be deleted and takes one of the server’s slots. ${told} Later: mode: delete with snapshot_id: ${id}.`);
	}
}
function outOfTime(error) {
	if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.f) return `${error.message} ${error.next}`;
	throw error;
}
async function deleteWhenDone(doomed, pace, deps) {
	try {
		return await deleteOne(doomed, deps, patience);
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.r && error.fate === "refused" && error.status !== 401 && error.status !== 403) || !await hasEnded(doomed.id, pace, deps)) throw error;
		return await deleteOne(doomed, deps, patience);
	}
}
async function hasEnded(id, pace, deps) {
	const inProgress = (list) => list.some((one) => one.id === id && isUnderWay(one.status));
	if (!inProgress(await deps.vps.listSnapshots())) return false;
	deps.log.info(`Snapshot ${id} is in progress and cannot be deleted yet. Waiting for its end.`);
	const end = await watchSnapshots(deps).ask({
		next: times(creating, pace, deps),
		judge(list, elapsed) {
			const ended = !inProgress(list);
			return ended || elapsed >= 6e5 ? {
				is: "reached",
				found: ended
			} : { is: "pending" };
		}
	});
	return end.is === "reached" && end.found;
}
// src/modes/guard/guard-plan.ts
function guardPlan(seen, work) {
	const targets = work.custody.targets.filter(({ refused }) => !refused);
	const found = targets.flatMap((target) => allOf(target, seen, work));
	if (seen.trouble !== void 0) return notAsked$1(found, seen.trouble);
	const missing = targets.filter((target) => !found.some((one) => one.target === target));
	return {
		steps: found.map((one) => stepFor(one, seen, work)),
		remarks: missing.map(({ server, name }) => ({
			level: "notice",
			title: "No snapshot found",
			text: `${server ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server)) : "A server"}: the main step ended before its request was answered, and no list shows a snapshot that came of it. If one named ${name} appears later, delete it by hand.`
		}))
	};
}
function notAsked$1(found, trouble) {
	const ids = found.map(({ id }) => id).join(",");
	return {
		steps: found.map(({ id, snapshot }) => ({
			do: "keep",
			id,
			snapshot,
			why: "VPS.org could not be asked"
		})),
		remarks: [{
			level: "warning",
			title: "Snapshot not deleted",
			text: `Snapshot ${ids || "of the main step"} could not be deleted. ${trouble} Later: mode: delete with snapshot_id: ${ids}.`
		}]
	};
}
function allOf(target, { snapshots = [], origin }, { custody }) {
	const made = custody.confirmed ? [] : madeFor(target, custody, snapshots, origin);
	const ids = [target.id, ...made.map(({ id }) => id)].filter((id) => id !== null);
	return [...new Set(ids)].map((id) => ({
		target,
		id,
		snapshot: snapshots.find((one) => one.id === id)
	}));
}
function madeFor(target, custody, list, origin) {
	if (!target.server || target.name === null) return [];
	return madeBy({
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
	const decision = (0,_read_state_js__WEBPACK_IMPORTED_MODULE_1__.r)(policy, custody.succeeded && custody.confirmed, snapshot?.status === "completed");
	if (decision === "keep") return kept(found, work);
	if (isUnchecked(found, custody)) return {
		do: "keep",
		id,
		snapshot,
		why: "the main step never saw whose it is"
	};
	if (isAnother(found, custody)) return notDone(found, "Snapshot changed", "it is no longer what the main step took", "Look at it at VPS.org before you use it.", policy.restore ? notRolledBack$1 : "Not deleted:");
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
	if (work.custody.targets.filter((target) => target.server?.id === server.id).length > 1) return notDone(found, "Two snapshots of one server", `the step with the policy answers for more than one snapshot of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server)}, and it can only be restored from one`, "Give each step with mode: wait one snapshot per server.");
	if (seen.foreign.includes(server.id) && !work.force) return notDone(found, "Restored by someone else", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server)} was being restored by someone else when the job ended, and that was not overwritten`, "Look at what it was restored to. force: true restores all the same.");
	const rival = rivalTest(snapshot, work, seen.origin);
	const objection = objectionTo(snapshot, {
		...seen,
		snapshots: seen.snapshots ?? []
	}, {
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
function rivalTest(snapshot, { custody }, origin) {
	const mark = readMark(snapshot.description);
	if (!custody.made && !isOfRun(mark, origin)) return void 0;
	const own = [custody.nonce.job, mark?.nonce.job];
	return (other) => !own.includes(other.nonce.job);
}
function isUnchecked({ target, snapshot }, { made, confirmed }) {
	return !made && !confirmed && (target.server === null || snapshot === void 0);
}
function isAnother({ target, snapshot }, { confirmed }) {
	if (!snapshot) return false;
	return target.server !== null && target.server.id !== snapshot.server.id || confirmed && target.name !== null && target.name !== snapshot.name;
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
	return notDone(found, "Not rolled back", `it was complete before the deploy, and now ${found.snapshot ? `its status is "${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__.l)(found.snapshot.status, 40)}"` : "it is gone from the list"}`, "Use another snapshot or a backup of the server.");
}
const notRolledBack$1 = "Not rolled back from";
function notDone(found, title, text, next, what = notRolledBack$1) {
	const { id, snapshot, target } = found;
	const server = snapshot?.server ?? target.server;
	const name = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)({
		id,
		name: snapshot?.name ?? target.name ?? ""
	})}${server ? ` of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server)}` : ""}`;
	return {
		do: "keep",
		id,
		snapshot,
		why: text,
		failure: new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
			title,
			message: `${what} ${name}: ${text.replace(/\.$/, "")}.`,
			next
		})
	};
}
function whyOf({ ending, policy }) {
	return ending ? `on_${ending} is ${(0,_read_state_js__WEBPACK_IMPORTED_MODULE_1__.a)(policy)}` : "no policy is set";
}
// src/modes/guard/guard-look.ts
async function guardLook(work, deps) {
	const { custody, policy } = work;
	const { origin, addresses } = deps;
	const nothing = {
		snapshots: void 0,
		servers: void 0,
		foreign: [],
		trouble: void 0,
		origin,
		addresses,
		now: deps.vps.now()
	};
	const targets = custody.targets.filter(({ refused }) => !refused);
	const unknown = targets.filter(({ id }) => id === null);
	if (targets.length === 0 || (0,_read_state_js__WEBPACK_IMPORTED_MODULE_1__.i)(policy) && unknown.length === 0) return nothing;
	if (unknown.length > 0) deps.log.info("The main step ended before its request was answered. Looking for what came of it.");
	try {
		const snapshots = await listedWith(work, deps);
		const seen = {
			...nothing,
			snapshots,
			now: deps.vps.now()
		};
		if (!policy.restore || !custody.confirmed) return seen;
		const servers = await visibleServers(deps);
		const ids = targets.flatMap(({ server }) => server?.id ?? []);
		return {
			...seen,
			servers,
			foreign: busyServers(ids, servers ?? []).map(({ id }) => id)
		};
	} catch (error) {
		if (!policy.restore && (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.o || error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.f)) return {
			...nothing,
			trouble: troubleOf(error)
		};
		throw error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.o || error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.u ? notRolledBack(error, work, deps) : error;
	}
}
async function listedWith({ custody, policy, pollIntervalMs }, deps) {
	const targets = custody.targets.filter(({ refused }) => !refused);
	const isHere = (list) => (target) => target.id === null ? madeFor(target, custody, list, deps.origin).length > 0 : !policy.restore || hasAll([target.id], list);
	return (await settledList((list) => targets.every(isHere(list)), { pollIntervalMs: pollIntervalMs && pollIntervalMs > 2e3 ? void 0 : pollIntervalMs }, deps)).list;
}
function troubleOf(error) {
	return error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.o ? `${error.message}. ${error.hint}` : `${error.message} ${error.next}`;
}
function notRolledBack(error, { custody, policy }, { journal }) {
	const ids = custody.confirmed ? custody.targets.flatMap(({ id }) => id ?? []) : [];
	const { next, ending } = error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.u ? error : {
		next: error.hint,
		ending: "failed"
	};
	if (!policy.restore || ids.length === 0) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.u) return error;
		return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
			title: "Not looked after",
			message: `${error.message}.`,
			next,
			cause: error
		});
	}
	journal.rollback.push(...ids);
	const told = {
		title: "Not rolled back",
		message: `Nothing was rolled back: ${error.message}`,
		next: `${next}\nSnapshot ${ids.join(", ")} is kept. By hand: mode: restore with snapshot_id: ${ids.join(",")}.`,
		cause: error
	};
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u(told, ending);
}
// src/modes/guard/recheck.ts
async function cleared(step, work, seen, deps) {
	const { server } = step;
	const isBusy = (list) => list.some((one) => one.server.id === server.id && one.status === "in_progress");
	const foreign = seen.foreign.includes(server.id);
	if (!foreign && !isBusy(seen.snapshots ?? [])) return;
	if (foreign && seen.servers) await untilResting([server.id], seen.servers, work, deps);
	deps.log.info("Waiting until no snapshot of the server is in progress.");
	const patience = Math.min(6e5, (deps.deadline - deps.clock.now()) * .3333333333333333);
	let snapshots = seen.snapshots ?? [];
	await watchSnapshots(deps).ask({
		next: times(creating, work, deps),
		judge(list, elapsed) {
			snapshots = list;
			return elapsed >= patience || !isBusy(list) ? {
				is: "reached",
				found: void 0
			} : { is: "pending" };
		}
	});
	const servers = await visibleServers(deps);
	const same = guardPlan({
		...seen,
		snapshots,
		servers,
		foreign: [],
		now: deps.vps.now()
	}, work).steps.find((one) => (one.do === "restore" ? one.snapshot.id : one.id) === step.snapshot.id);
	if (same?.do === "restore") return;
	throw same?.do === "keep" && same.failure ? same.failure : changed(step);
}
function changed({ snapshot }) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "Not rolled back",
		message: `Snapshot ${snapshot.id} changed while the step waited for the server.`,
		next: "Look at it at VPS.org before you use it."
	});
}
// src/modes/guard/guard.ts
const guard = {
	look: guardLook,
	plan: guardPlan,
	async perform({ steps }, work, deps, seen) {
		(0,_read_state_js__WEBPACK_IMPORTED_MODULE_1__.n)(work, deps);
		if (steps.length === 0) deps.journal.result = "kept";
		const failures = steps.flatMap((step) => step.do === "keep" ? keep(step, work, seen, deps) : []);
		const restorations = steps.filter((step) => step.do === "restore");
		const restored = [];
		const foreign = work.force ? [] : seen.foreign;
		const [notRestored] = await Promise.all([rollBack(restorations, restored, work, seen, deps), seen.servers && untilResting(foreign, seen.servers, work, deps)]);
		failures.push(...notRestored);
		const doomed = [...steps.filter((step) => step.do === "delete"), ...restored.filter(({ thenDelete }) => thenDelete).map(({ snapshot }) => ({
			id: snapshot.id,
			snapshot
		}))];
		if (doomed.length > 0) deps.log.group("Cleaning up");
		await Promise.all(doomed.map((one) => cleanUp(one, work, deps)));
		if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(failures, steps.length);
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
	const used = server && seen.snapshots ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(server.id, seen.snapshots) : target?.slotsUsed;
	const slots = used ? ` ${used} of 5 slots of the server are used.` : "";
	const text = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)({
		id,
		name: snapshot?.name ?? target?.name ?? ""
	}))}${server ? ` of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server)}` : ""} is kept: ${why}.${slots}`;
	if (failure) return [snapshot?.status === "completed" ? byHand(failure, id, deps) : failure];
	if (custody.succeeded) deps.log.info(text);
	else deps.journal.warning("Snapshot left", `${text} Delete it when nobody needs it: mode: delete with snapshot_id: ${id}.`);
	return [];
}
async function rollBack(restorations, restored, work, seen, deps) {
	if (restorations.length === 0) return [];
	deps.log.group("Rolling back");
	const watch = seen.servers && watchServers(deps);
	const heartbeat = new Heartbeat(deps.log, deps.clock, restoring$1);
	const inputs = {
		...work,
		wait: true,
		alone: restorations.length === 1,
		heartbeat
	};
	const back = [];
	const failures = await failuresOf(restorations.map(async (step) => {
		const remark = await handHeld(step, work, deps, async () => {
			await cleared(step, work, seen, deps);
			return restoreOne(step, watch, inputs, deps, () => announce(step, work, deps));
		});
		back.push(remark === void 0 ? step : {
			...step,
			thenDelete: false
		});
	}));
	if (back.length > 0) tellRolledBack(back, work, deps);
	const { readyUrl } = work;
	const notReady = back.length > 0 && watch && readyUrl ? await failuresOf([waitUntilReady(readyUrl, work, deps)]) : [];
	if (notReady.length === 0) restored.push(...back);
	return [...failures, ...notReady];
}
function announce({ server, snapshot }, { ending }, { journal }) {
	if (ending !== "cancelled") return;
	journal.warning("Rollback requested", `The restore of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server)} from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(snapshot)} is accepted and goes on at VPS.org, whatever becomes of this job. It is not confirmed yet.`);
}
function tellRolledBack(back, { ending, custody }, { journal }) {
	const parts = back.map(({ server, snapshot }) => {
		const loss = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_5__.t)(custody.targets.find(({ id }) => id === snapshot.id));
		return `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server)} from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(snapshot)}${loss ? `; ${loss}` : ""}`;
	});
	journal[ending === "success" ? "notice" : "warning"]("Rolled back", `Rolled back: ${parts.join(". ")}.`);
}
async function handHeld(step, { ending }, deps, act) {
	try {
		return await act();
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.o) throw byHand(notAsked(error, step), step.snapshot.id, deps);
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.u)) throw error;
		throw byHand(ending === "cancelled" && error.ending === "timed_out" ? outOfBudget(error) : error, step.snapshot.id, deps);
	}
}
function notAsked(error, { server }) {
	const message = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.c)(server))} was not rolled back. ${error.message}.`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "Not rolled back",
		message,
		next: error.hint,
		cause: error
	});
}
function outOfBudget(failure) {
	const { message, cause } = failure;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "Rollback requested, not confirmed",
		message,
		next: "The restore goes on at VPS.org: look at the server there.",
		cause
	}, failure.ending);
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
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u(told, ending);
}



/***/ }),

/***/ 355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ wordOf),
/* harmony export */   i: () => (/* binding */ keepsAll),
/* harmony export */   n: () => (/* binding */ recall),
/* harmony export */   r: () => (/* binding */ decide),
/* harmony export */   t: () => (/* binding */ read_state_exports)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(235);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(856);


// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
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
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.d(input, `Input ${input} is "${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__.l)(value, 80)}".`, `Allowed: ${allowed}.`);
}
function parsedUrl(input, value, allowed) {
	if (!URL.canParse(value)) throw unusable(input, value, allowed);
	const url = new URL(value);
	if (url.username || url.password) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.d(input, `Input ${input} has a user name or password in it.`, `Allowed: ${allowed}.`);
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
	if (text === "") throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.d("api_token", "Input api_token is empty.", "Set it to a secret, such as ${{ secrets.VPS_API_TOKEN }}. Secrets are not passed to runs from forks, nor to Dependabot.");
	if (!/^[\x21-\x7e]+$/.test(text)) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.d("api_token", "Input api_token has characters in it that no token has (white space, control or non-ASCII characters).", "Copy the token into the secret again, without line breaks.");
	return text;
}
function scaled(number, unit) {
	return number === void 0 ? void 0 : number * unit;
}
function readCustody(text) {
	try {
		const custody = JSON.parse(text);
		return custody.version === 1 && Array.isArray(custody.targets) ? custody : void 0;
	} catch {
		return;
	}
}
// src/inputs/guard.ts
function readGuardInputs(raw) {
	const told = raw("job_status");
	const ending = isEnding(told) ? told : void 0;
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
var read_state_exports = __exportAll({
	reasonOf: () => reasonOf,
	takeOver: () => takeOver
});
function takeOver(saved, raw, journal) {
	const custody = readCustody(saved);
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
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.u)) throw error;
		journal.rollback.push(...kept);
		const { title, message, next } = error;
		const names = kept.length > 0 ? ` Kept: snapshot ${kept.join(", ")}.` : "";
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
			title,
			message: `${message} Nothing was done after the job.${names}`,
			next,
			cause: error
		});
	}
}
function reasonOf({ ending, policy, custody }) {
	const state = custody.confirmed ? "confirmed complete before the deploy" : "not confirmed by the main step";
	return `${ending ? `The job ended with ${ending}, and on_${ending} is ${wordOf(policy)}.` : "This runner does not tell how the job ended, and no policy is set."} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__.t)(custody.targets.length, "snapshot")}, ${state}.`;
}
function recall({ custody }, { journal, clock }) {
	for (const { server, refused, requestedAt, completeAt } of custody.targets) {
		if (!server || refused) continue;
		if (requestedAt) journal.happened("snapshot requested", new Date(requestedAt), server.id);
		if (completeAt) journal.happened("snapshot complete", new Date(completeAt), server.id);
		journal.happened("job ended", clock.date(), server.id);
	}
}
function unreadable() {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "State not readable",
		message: "What the main step saved for the end of the job was written by another version of this action. Nothing was done after the job.",
		next: "Use one version of the action per job. The main step’s log and summary name the snapshot."
	});
}
function otherApi() {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "Another api_url",
		message: "Input api_url is another one now than when the snapshot was taken, and the token is not sent there.",
		next: "Give api_url a value that does not change during the job."
	});
}



/***/ })

};
