export const id = 738;
export const ids = [738];
export const modules = {

/***/ 116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ inventoryLine)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(727);


// src/report/inventory.ts
function inventoryLine(snapshot, now) {
	const age = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now);
	return [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot),
		(0,_id_js__WEBPACK_IMPORTED_MODULE_1__.l)(snapshot.status, 40),
		...snapshot.sizeMb === null ? [] : [(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot.sizeMb)],
		...age === void 0 ? [] : [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(age)} old`]
	].join(", ");
}



/***/ }),

/***/ 265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isOurs),
/* harmony export */   i: () => (/* binding */ isOfRun),
/* harmony export */   n: () => (/* binding */ description),
/* harmony export */   o: () => (/* binding */ readMark),
/* harmony export */   r: () => (/* binding */ generatedName),
/* harmony export */   s: () => (/* binding */ sameNonce),
/* harmony export */   t: () => (/* binding */ defaultWords)
/* harmony export */ });
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(727);

// src/rules/ownership.ts
const longestDescription = 200;
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
function description(words, origin) {
	const mark = markOf(origin);
	const room = longestDescription - mark.length - 1;
	const text = words.replace(/\s+/g, " ").trim();
	const kept = text.length <= room ? text : `${(0,_id_js__WEBPACK_IMPORTED_MODULE_0__.d)(text, room - 1)}…`;
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



/***/ }),

/***/ 867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ windowMs),
/* harmony export */   c: () => (/* binding */ settling),
/* harmony export */   i: () => (/* binding */ watchSnapshots),
/* harmony export */   l: () => (/* binding */ Watch),
/* harmony export */   n: () => (/* binding */ visibleServers),
/* harmony export */   o: () => (/* binding */ creating),
/* harmony export */   r: () => (/* binding */ watchServers),
/* harmony export */   s: () => (/* binding */ restoring),
/* harmony export */   t: () => (/* binding */ times)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

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
			if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.y) return;
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
const restoring = {
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
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.c && error.status === 403) return void 0;
		throw error;
	}
}
function watch(deps, look) {
	return new Watch({
		look,
		isPassing: (error) => error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d && error.passing,
		onTrouble: (error) => deps.log.info(`${String(error.message)}. Looking again soon.`),
		clock: deps.clock,
		deadline: deps.deadline,
		signal: deps.signal
	});
}



/***/ }),

/***/ 185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Heartbeat)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);

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
	return elapsed <= usual ? `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)} (usually ${documented})` : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}



/***/ }),

/***/ 738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restore: () => (/* binding */ restore)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _pollers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(867);
/* harmony import */ var _wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(238);
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(727);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(185);
/* harmony import */ var _selection_refusal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(899);
/* harmony import */ var _together_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(380);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(265);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30);









// src/operations/wait-until-ready.ts
async function waitUntilReady(url, pace, deps) {
	deps.log.group("Waiting for ready_url");
	const startedAt = deps.clock.now();
	const judge = (answers) => answers ? {
		is: "reached",
		found: void 0
	} : { is: "pending" };
	if ((await knocking(url, deps).ask({
		next: (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.t)(_pollers_js__WEBPACK_IMPORTED_MODULE_1__.c, pace, deps),
		judge
	})).is === "reached") {
		deps.log.info(`${url} answers.`);
		return;
	}
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Server up, service not ready",
		message: `The restore is done, but ${url} gave no 2xx in ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(deps.clock.now() - startedAt)}.`,
		next: "Look at the service on the server: it runs as it was when the snapshot was taken."
	});
}
async function knockUntilProven(url, pace, deps) {
	let failed = false;
	let inRow = 0;
	return (await knocking(url, deps).ask({
		next: (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.t)(provingByUrl, pace, deps),
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
const provingByUrl = _pollers_js__WEBPACK_IMPORTED_MODULE_1__.s;
function knocking(url, deps) {
	const { clock, deadline, signal } = deps;
	return new _pollers_js__WEBPACK_IMPORTED_MODULE_1__.l({
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
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(server));
		const limits = {
			shortest: (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.a)(3e5, inputs),
			standstill: (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.a)(18e4, inputs)
		};
		const told = new Set();
		let seen = before;
		const judge = (list, elapsed) => {
			const status = list.find(({ id }) => id === server.id)?.status;
			const word = (0,_id_js__WEBPACK_IMPORTED_MODULE_7__.l)(status ?? "not in the list", 40);
			seen = (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__.o)(seen, status, elapsed);
			const proof = (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__.a)(status, seen, elapsed, limits);
			if (!told.has(word) && proof !== "back") {
				told.add(word);
				log.info(proof === "unfamiliar" ? `${name} is "${word}", which is not documented. Waiting on.` : `${name} is ${word}.`);
			}
			switch (proof) {
				case "back":
					log.info(`${name} is active again, restored from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot)}.`);
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
					failure: notConfirmed(name, `it was not seen restoring within ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)}`)
				};
				default:
					inputs.heartbeat.beat(`${name} is ${word}`);
					return { is: "pending" };
			}
		};
		const end = await this.#watch.ask({
			next: (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.t)(_pollers_js__WEBPACK_IMPORTED_MODULE_1__.s, inputs, deps),
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
				failure: new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
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
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(server));
		if (!inputs.readyUrl) throw notConfirmed(name, "the token may not list servers, and there is no ready_url");
		if (!inputs.alone) throw notConfirmed(name, "the token may not list servers, and one ready_url cannot prove several restores");
		if (await knockUntilProven(inputs.readyUrl, inputs, deps)) return void 0;
		throw notConfirmed(name, `${inputs.readyUrl} did not fail and then answer steadily in the time allowed`);
	}
};
function notConfirmed(name, why) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
		next: "Look at the server at VPS.org before you rely on it. The snapshot is still there."
	});
}
function failed(name, word, id) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Restore failed",
		message: `${name} is "${word}" after the restore.`,
		next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${id} tries again.`
	});
}
function stillGoing(name, elapsed, word) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Restore not done in time",
		message: `${name} was not back after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)}; its status is ${word ?? "unknown"}.`,
		next: "The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks."
	});
}
// src/operations/request-restore.ts
async function requestRestore({ snapshot, server }, watch, inputs, deps) {
	const what = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot)}`;
	let doubt;
	let trouble;
	for (let attempt = 1; attempt <= 10; attempt++) {
		try {
			await (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__.c)(() => deps.vps.restoreSnapshot(snapshot.id), deps);
			accepted();
			deps.log.info(`Restore of ${what}: accepted.`);
			return _wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__.i;
		} catch (error) {
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d)) throw error;
			if (error.fate !== "unknown" && doubt === void 0) throw refused(what, error);
			trouble = error;
		}
		const leaveAloneUntil = deps.clock.now() + (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__.s)(trouble);
		doubt ??= deps.journal.changed(`The restore of ${what} may have been requested.`);
		if (!watch) break;
		deps.log.info(`${trouble.message}. Looking whether the restore began all the same.`);
		if (await hasBegun(server.id, what, watch, inputs, deps)) {
			accepted();
			deps.log.info(`Restore of ${what}: the server is being restored.`);
			return {
				..._wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__.i,
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
	const window = (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.a)(2e4, inputs);
	const end = await watch.ask({
		next: (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.t)(_pollers_js__WEBPACK_IMPORTED_MODULE_1__.s, inputs, deps),
		judge(list, elapsed) {
			const begun = list.some(({ id, status }) => id === serverId && (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__.n)(status));
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
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Restore refused",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(what)} was not restored. ${error.message}.`,
		next: error.hint,
		cause: error
	});
}
function outOfTime(what) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.y({
		title: "Restore not certain",
		message: `The answer to the request to restore ${what} was lost, and the time set by timeout_minutes was over before it showed whether the restore began.`,
		next: "Look at the server at VPS.org before anything else is done to it, and raise timeout_minutes."
	});
}
function unknownFate(what, trouble) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Restore not certain",
		message: `No clear answer to the request to restore ${what}. ${trouble?.message ?? ""}.`,
		next: `Look at the server at VPS.org before anything else is done to it. ${trouble?.hint ?? ""}`,
		cause: trouble
	});
}
// src/rules/newer-deploys.ts
function newerDeploys(snapshot, snapshots, isOther) {
	return snapshots.filter((other) => other.server.id === snapshot.server.id && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(other, snapshot) < 0).filter((other) => {
		const mark = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_8__.o)(other.description);
		return mark !== null && isOther(mark);
	}).sort(_index_js__WEBPACK_IMPORTED_MODULE_0__.o);
}
// src/modes/restore/restore-plan.ts
function restoreRefusal(named, seen, inputs) {
	const objections = [
		...named.missing.map(missing),
		...shared(named.snapshots),
		...named.snapshots.flatMap((snapshot) => objectionTo(snapshot, seen, inputs, isRival(snapshot, seen.origin)) ?? [])
	];
	const [first] = objections;
	if (!first) return void 0;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.v({
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
	return snapshots.filter(({ id, server }) => snapshots.some((other) => (0,_id_js__WEBPACK_IMPORTED_MODULE_7__.n)(other, { id }) < 0 && other.server.id === server.id)).map(({ server }) => ({
		title: "Two snapshots of one server",
		text: `More than one of the snapshots is of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)}, and it can only be restored from one.`,
		next: "Name one snapshot per server."
	}));
}
function objectionTo(snapshot, seen, { maxAgeMs, force }, rival) {
	return unfinished(snapshot) ?? tooOld(snapshot, seen.now, maxAgeMs) ?? unfit(snapshot, seen, force) ?? (force || !rival ? void 0 : stale(snapshot, seen.snapshots, rival));
}
function isRival(snapshot, origin) {
	return (0,_ownership_js__WEBPACK_IMPORTED_MODULE_8__.i)((0,_ownership_js__WEBPACK_IMPORTED_MODULE_8__.o)(snapshot.description), origin) ? (mark) => !(0,_ownership_js__WEBPACK_IMPORTED_MODULE_8__.i)(mark, origin) : void 0;
}
function unfinished(snapshot) {
	if (snapshot.status === "completed") return void 0;
	return {
		title: "Snapshot not complete",
		text: `${title(snapshot)} has the status "${(0,_id_js__WEBPACK_IMPORTED_MODULE_7__.l)(snapshot.status, 40)}"; only a completed one can be restored.`,
		next: `If it is in progress, wait for it with mode: wait and snapshot_id: ${snapshot.id}.`
	};
}
function tooOld(snapshot, now, maxAgeMs) {
	if (maxAgeMs === void 0) return void 0;
	const age = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now);
	if (age !== void 0 && age <= maxAgeMs) return void 0;
	return {
		title: "Snapshot too old",
		text: `${title(snapshot)} is ${age === void 0 ? "of unknown age" : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(age)} old`}; max_age allows ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.r)(maxAgeMs)}.`,
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
	if ((0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__.r)(server.status)) return {
		title: "Server suspended",
		text: `${title(snapshot)} cannot be restored while the server is suspended.`,
		next: "Have it released at VPS.org, then run again."
	};
	if ((0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__.n)(server.status) && !force) return {
		title: "Server busy",
		text: `${title(snapshot)} cannot be restored: the server is being restored already, and this step did not ask for that.`,
		next: "Wait until it is back, look which snapshot it was restored from, then run again. force: true waits for it and restores over it."
	};
	if (server.ipAddress !== null && addresses.some((address) => sameAddress(address, server.ipAddress ?? ""))) return {
		title: "The runner is on that server",
		text: `This job runs on ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(server)} itself (${server.ipAddress}). The restore would stop the server, and this job with it.`,
		next: "Run the restore on another runner, such as one hosted by GitHub."
	};
}
function stale(snapshot, snapshots, rival) {
	const [newest] = newerDeploys(snapshot, snapshots, rival);
	if (!newest) return void 0;
	const mark = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_8__.o)(newest.description);
	return {
		title: "A newer deploy would be lost",
		text: `${title(snapshot)} is older than ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)(newest)}, which ${mark?.repository} run ${mark?.runId} took before its own deploy. Restoring would wipe that deploy.`,
		next: "Look at what is on the server first. force: true restores all the same. Use concurrency, so that one deploy at a time runs per server."
	};
}
function title(snapshot) {
	return `Snapshot ${snapshot.id} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(snapshot.server)}`;
}
function sameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(address) {
	return (0,node_net__WEBPACK_IMPORTED_MODULE_6__.isIPv6)(address) ? new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname : address.trim();
}
// src/modes/restore/restore.ts
const restore = {
	async look(_inputs, deps) {
		const [snapshots, servers] = await Promise.all([deps.vps.listSnapshots(deps.planning), (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.n)(deps)]);
		return {
			snapshots,
			servers,
			origin: deps.origin,
			addresses: deps.addresses,
			now: deps.vps.now()
		};
	},
	plan(seen, inputs) {
		const named = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_4__.n)(inputs.choice, seen.snapshots, seen.origin);
		const refusal = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_4__.t)(named.problems, seen.now) ?? restoreRefusal(named, seen, inputs);
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
		if (servers && inputs.force) await (0,_wait_until_idle_js__WEBPACK_IMPORTED_MODULE_2__.t)(wanted, servers, inputs, deps);
		const watch = servers && (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.r)(deps);
		const shared = {
			alone: steps.length === 1,
			heartbeat: new _progress_js__WEBPACK_IMPORTED_MODULE_3__.t(deps.log, deps.clock, _pollers_js__WEBPACK_IMPORTED_MODULE_1__.s)
		};
		const failures = await (0,_together_js__WEBPACK_IMPORTED_MODULE_5__.t)(steps.map((step) => restoreOne(step, watch, {
			...inputs,
			...shared
		}, deps)));
		if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.b)(failures, steps.length);
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
		return remark;
	} catch (error) {
		const failure = error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.d ? unconfirmed(server, error) : error;
		if (failure instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__._) entry.learn({
			result: failure.ending,
			remark: failure.message
		});
		throw failure;
	}
}
function unconfirmed(server, error) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__._({
		title: "Restore accepted, not confirmed",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.p)(server))}: the restore was accepted, but not confirmed. ${error.message}.`,
		next: `Look at the server at VPS.org before you rely on it. ${error.hint}`,
		cause: error
	});
}



/***/ }),

/***/ 899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ chosen),
/* harmony export */   t: () => (/* binding */ choiceRefusal)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(265);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(116);



// src/rules/selection.ts
function chosen(choice, snapshots, origin) {
	switch (choice.by) {
		case "id": return chosenById(choice, snapshots);
		case "name": return onePerServer(choice.servers, snapshots, `named ${choice.name}`, (ofServer) => ofServer.filter((snapshot) => snapshot.name === choice.name));
		case "latest": return onePerServer(choice.servers, snapshots, `completed and made by ${origin.repository}`, (ofServer) => ofServer.filter((snapshot) => snapshot.status === "completed" && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__.a)(snapshot, origin)).sort(_index_js__WEBPACK_IMPORTED_MODULE_0__.o).slice(0, 1));
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
// src/modes/selection-refusal.ts
function choiceRefusal(problems, now) {
	if (problems.length === 0) return void 0;
	const lines = problems.flatMap(({ text, candidates }) => [`${text}.`, ...candidates.map((snapshot) => `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__.t)(snapshot, now)}`)]);
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.v({
		title: "Which snapshot?",
		message: lines.join("\n"),
		next: "Name exactly one snapshot per server by its snapshot_id."
	});
}



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
