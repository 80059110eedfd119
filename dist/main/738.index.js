export const id = 738;
export const ids = [738];
export const modules = {

/***/ 116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ inventoryLine)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

// src/report/inventory.ts
function inventoryLine(snapshot, now) {
	const age = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot, now);
	return [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.D)(snapshot.status, 40),
		...snapshot.sizeMb === null ? [] : [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot.sizeMb)],
		...age === void 0 ? [] : [`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(age)} old`]
	].join(", ");
}



/***/ }),

/***/ 260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Poller)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(835);


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
		const next = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__.t)(schedule, pace, random);
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
			if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.F) return;
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

/***/ 185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Heartbeat)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

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



/***/ }),

/***/ 738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restore: () => (/* binding */ restore)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _visible_servers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(155);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(835);
/* harmony import */ var _poller_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(260);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(185);
/* harmony import */ var _snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(157);
/* harmony import */ var _selection_refusal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(899);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30);








// src/rules/newer-deploys.ts
function newerDeploys(snapshot, snapshots, isOther) {
	return snapshots.filter((other) => other.server.id === snapshot.server.id && (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(other, snapshot) < 0).filter((other) => {
		const mark = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__.d)(other.description);
		return mark !== null && isOther(mark);
	}).sort(_start_js__WEBPACK_IMPORTED_MODULE_0__.o);
}
// src/rules/restorable.ts
function objectionTo(snapshot, seen, terms) {
	const { maxAgeMs, force, isRival } = terms;
	return unfinished(snapshot) ?? tooOld(snapshot, seen.now, maxAgeMs) ?? unfit(snapshot, seen, force) ?? (force || !isRival ? void 0 : stale(snapshot, seen.snapshots, isRival));
}
function unfinished(snapshot) {
	if ((0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__.t)(snapshot.status)) return void 0;
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
	if ((0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.c)(server.status)) return {
		title: "Server suspended",
		text: `${title(snapshot)} cannot be restored while the server is suspended.`,
		next: "Have it released at VPS.org, then run again."
	};
	if ((0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.a)(server.status) && !force) return {
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
	const mark = (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__.d)(newest.description);
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
	return (0,node_net__WEBPACK_IMPORTED_MODULE_7__.isIPv6)(address) ? new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname : address.trim();
}
// src/rules/restore-progress.ts
const noTrace = {
	sawRestoring: false,
	stoppedSince: void 0
};
function isStanding(status) {
	return (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.o)(status) || (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.s)(status) || (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.i)(status);
}
function trace(before, { status, elapsed }) {
	if (status === void 0) return before;
	const sawRestoring = before.sawRestoring || (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.a)(status);
	return {
		sawRestoring,
		stoppedSince: sawRestoring && (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.s)(status) ? before.stoppedSince ?? elapsed : void 0
	};
}
function proofOf({ status, elapsed }, seen, limits) {
	if (status !== void 0 && (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.a)(status)) return "going_on";
	if (seen.sawRestoring) return afterRestoring({
		status,
		elapsed
	}, seen, limits);
	if (status !== void 0 && !isStanding(status)) return "unfamiliar";
	return elapsed >= limits.shortest ? "unproven" : "waiting";
}
function afterRestoring({ status, elapsed }, { stoppedSince }, limits) {
	if (status !== void 0 && (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.o)(status)) return "back";
	if (status !== void 0 && (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.i)(status)) return "failed";
	if (stoppedSince !== void 0 && elapsed - stoppedSince >= limits.standstill) return "back_stopped";
	return status === void 0 || (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.s)(status) ? "waiting" : "unfamiliar";
}
// src/operations/wait-until-ready.ts
async function waitUntilReady(url, deps) {
	deps.log.group("Waiting for ready_url");
	const startedAt = deps.clock.now();
	if ((await probing(url, deps).ask({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.r,
		judge: (answers) => answers ? {
			is: "reached",
			found: void 0
		} : { is: "pending" }
	})).is === "reached") {
		deps.log.info(`${url} answers.`);
		return;
	}
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.F({
		title: "Server up, service not ready",
		message: `The restore is done, but ${url} gave no 2xx in ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(deps.clock.now() - startedAt)}.`,
		next: "Look at the service on the server: it runs as it was when the snapshot was taken."
	});
}
async function answersSteadily(url, deps) {
	let failed = false;
	let inRow = 0;
	return (await probing(url, deps).ask({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.n,
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
	return new _poller_js__WEBPACK_IMPORTED_MODULE_3__.t({
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
		shortest: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.a)(pace, 3e5),
		standstill: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_2__.a)(pace, 18e4)
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
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.n,
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
			failure: new _start_js__WEBPACK_IMPORTED_MODULE_0__.N({
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.N({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
		next: "Look at the server at VPS.org before you rely on it. The snapshot is still there."
	});
}
function failed({ name, word, snapshot }) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.N({
		title: "Restore failed",
		message: `${name} is "${word}" after the restore.`,
		next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${snapshot.id} tries again.`
	});
}
function stillGoing(name, elapsed, word) {
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.F({
		title: "Restore not done in time",
		message: `${name} was not back after ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(elapsed)}; its status is ${word ?? "unknown"}.`,
		next: "The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks."
	});
}
// src/operations/request-restore.ts
async function requestRestore({ snapshot }, listed, deps) {
	const { server } = snapshot;
	const what = `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)} from ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot)}`;
	const { made, adopted } = await (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.r)({
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
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_2__.n,
		windowMs,
		isSo: (list) => list.some(({ id, status }) => id === serverId && (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.a)(status))
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
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.F({
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
		if (failure instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.N) entry.learn({
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
// src/modes/restore/restore-plan.ts
function restorePlan(seen, inputs) {
	const named = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_6__.n)(inputs.selection, seen.snapshots, seen.origin);
	const refusal = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_6__.t)(named.problems, seen.now) ?? restoreRefusal(named, seen, inputs);
	if (refusal) return refusal;
	return {
		steps: named.snapshots.map((snapshot) => ({
			do: "restore",
			snapshot,
			thenDelete: false
		})),
		annotations: seen.servers ? [] : [unlisted(inputs)]
	};
}
function unlisted({ readyUrl }) {
	return {
		level: "notice",
		title: "Servers not visible",
		text: `The token may not list servers, so ${readyUrl ? "ready_url will have to prove the restore" : "the restore cannot be confirmed without ready_url"}.`
	};
}
function restoreRefusal(named, seen, inputs) {
	const { maxAgeMs, force } = inputs;
	const objections = [
		...named.missing.map(missing),
		...shared(named.snapshots),
		...named.snapshots.flatMap((snapshot) => objectionTo(snapshot, seen, {
			maxAgeMs,
			force,
			isRival: rivalTest(snapshot, seen.origin)
		}) ?? [])
	];
	const [first] = objections;
	if (!first) return void 0;
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.P({
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
	return snapshots.filter((one) => snapshots.some((other) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.C)(other, one) < 0 && other.server.id === one.server.id)).map(({ server }) => ({
		title: "Two snapshots of one server",
		text: `More than one of the snapshots is of ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(server)}, and it can only be restored from one.`,
		next: "Name one snapshot per server."
	}));
}
function rivalTest(snapshot, origin) {
	return (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__.l)((0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__.d)(snapshot.description), origin) ? (mark) => !(0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_5__.l)(mark, origin) : void 0;
}
// src/modes/restore/restore.ts
const restore = {
	async look(_inputs, deps) {
		const [snapshots, servers] = await Promise.all([deps.vps.listSnapshots(deps.planning), (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.t)(deps)]);
		return {
			snapshots,
			servers,
			origin: deps.origin,
			addresses: deps.addresses,
			now: deps.vps.now()
		};
	},
	plan: restorePlan,
	async perform({ steps }, { inputs, seen }, deps) {
		deps.log.group("Restoring");
		const { wait, readyUrl, force } = inputs;
		const wanted = steps.map(({ snapshot }) => snapshot.server.id);
		if (seen.servers && force) await (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_1__.n)(wanted, seen.servers, deps);
		const listed = seen.servers !== void 0;
		const heartbeat = new _progress_js__WEBPACK_IMPORTED_MODULE_4__.t(deps.log, deps.clock, _schedule_js__WEBPACK_IMPORTED_MODULE_2__.n);
		const terms = wait ? {
			readyUrl,
			alone: steps.length === 1,
			heartbeat
		} : void 0;
		const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.I)(steps.map((step) => restoreOne(step, {
			listed,
			terms
		}, deps)));
		if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.L)(failures, steps.length);
		if (wait && readyUrl && listed) await waitUntilReady(readyUrl, deps);
		return {};
	}
};
async function restoreOne(step, { listed, terms }, deps) {
	const begun = await beginRestore(step, listed, deps);
	if (terms) await finishRestore(begun, terms, deps);
	else begun.entry.learn({ result: "requested" });
}



/***/ }),

/***/ 835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ windowIn),
/* harmony export */   i: () => (/* binding */ snapshotSchedule),
/* harmony export */   n: () => (/* binding */ restoreSchedule),
/* harmony export */   r: () => (/* binding */ settlingSchedule),
/* harmony export */   t: () => (/* binding */ lookTimes)
/* harmony export */ });
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



/***/ }),

/***/ 899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ selected),
/* harmony export */   t: () => (/* binding */ selectionRefusal)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(157);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(116);



// src/rules/selection.ts
function selected(selection, snapshots, origin) {
	switch (selection.by) {
		case "id": return selectedById(selection, snapshots);
		case "name": return onePerServer(selection.servers, snapshots, {
			wanted: `named ${selection.name}`,
			matches: (all) => all.filter(({ name }) => name === selection.name)
		});
		case "latest": return onePerServer(selection.servers, snapshots, {
			wanted: `completed and made by ${origin.repository}`,
			matches: (all) => all.filter((snapshot) => (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__.t)(snapshot.status) && (0,_snapshot_status_js__WEBPACK_IMPORTED_MODULE_1__.u)(snapshot, origin)).sort(_start_js__WEBPACK_IMPORTED_MODULE_0__.o).slice(0, 1)
		});
	}
}
function selectedById({ ids, servers }, snapshots) {
	const found = ids.map((id) => snapshots.find((snapshot) => snapshot.id === id));
	const present = found.filter((snapshot) => snapshot !== void 0);
	return {
		snapshots: present,
		missing: ids.filter((_, index) => found[index] === void 0),
		problems: present.filter(({ server }) => servers.length > 0 && !servers.includes(server.id)).map(({ id, server }) => ({
			text: `Snapshot ${id} is of server ${server.id}, and server_id allows only ${servers.join(", ")}`,
			candidates: snapshots.filter((snapshot) => servers.includes(snapshot.server.id))
		}))
	};
}
function onePerServer(servers, snapshots, by) {
	const perServer = servers.map((server) => {
		const all = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.x)(server, snapshots);
		return {
			server,
			all,
			matching: by.matches(all)
		};
	});
	return {
		snapshots: perServer.flatMap(({ matching }) => matching.length === 1 ? matching : []),
		missing: [],
		problems: perServer.filter(({ matching }) => matching.length !== 1).map(({ server, all, matching }) => ({
			text: `Server ${server} has ${matching.length === 0 ? "no snapshot" : `${matching.length} snapshots`} ${by.wanted}`,
			candidates: matching.length > 1 ? matching : all
		}))
	};
}
// src/modes/selection-refusal.ts
function selectionRefusal(problems, now) {
	if (problems.length === 0) return void 0;
	const lines = problems.flatMap(({ text, candidates }) => [`${text}.`, ...candidates.map((snapshot) => `- ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__.t)(snapshot, now)}`)]);
	return new _start_js__WEBPACK_IMPORTED_MODULE_0__.P({
		title: "Which snapshot?",
		message: lines.join("\n"),
		next: "Name exactly one snapshot per server by its snapshot_id."
	});
}



/***/ }),

/***/ 157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ unsighted),
/* harmony export */   c: () => (/* binding */ generatedName),
/* harmony export */   d: () => (/* binding */ readMark),
/* harmony export */   f: () => (/* binding */ sameNonce),
/* harmony export */   i: () => (/* binding */ standingOfWord),
/* harmony export */   l: () => (/* binding */ isOfRun),
/* harmony export */   n: () => (/* binding */ sight),
/* harmony export */   o: () => (/* binding */ defaultWords),
/* harmony export */   r: () => (/* binding */ standingOf),
/* harmony export */   s: () => (/* binding */ description),
/* harmony export */   t: () => (/* binding */ isComplete),
/* harmony export */   u: () => (/* binding */ isOurs)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

// src/rules/ownership.ts
const longestDescription = 200;
const longestRepositoryInName = 40;
const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;
function description(words, origin) {
	const mark = markOf(origin);
	const room = longestDescription - mark.length - 1;
	const text = words.replace(/\s+/g, " ").trim();
	const kept = text.length <= room ? text : `${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.A)(text, room - 1)}…`;
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
// src/rules/snapshot-status.ts
const unsighted = {
	seen: false,
	absences: 0
};
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
	if (sightings.seen) return sightings.absences >= 3 ? "gone" : "unseen";
	return elapsed >= 12e4 ? "lost" : "unseen";
}
function isComplete(status) {
	return standingOfWord(status) === "complete";
}
function standingOfWord(status) {
	if (completeWords.has(status)) return "complete";
	if (progressWords.has(status)) return "in_progress";
	return failureWords.has(status) ? "failed" : "unfamiliar";
}



/***/ }),

/***/ 155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isRestoring),
/* harmony export */   c: () => (/* binding */ isSuspended),
/* harmony export */   i: () => (/* binding */ isFailed),
/* harmony export */   n: () => (/* binding */ waitUntilIdle),
/* harmony export */   o: () => (/* binding */ isRunning),
/* harmony export */   r: () => (/* binding */ untilClear),
/* harmony export */   s: () => (/* binding */ isStopped),
/* harmony export */   t: () => (/* binding */ visibleServers)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(835);


// src/rules/server-status.ts
const runningWords = new Set(["active"]);
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
	const made = await find((0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__.a)(deps.pace, refusedNow ? lateWindowMs : 2e4));
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
// src/operations/wait-until-idle.ts
function busyServers(wanted, servers) {
	return servers.filter(({ id, status }) => wanted.includes(id) && isRestoring(status));
}
async function idleServers(wanted, servers, deps) {
	const [first] = busyServers(wanted, servers);
	if (!first) return servers;
	deps.log.info(`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(first))} is being restored. Waiting for that to end first.`);
	const end = await deps.servers.ask({
		schedule: _schedule_js__WEBPACK_IMPORTED_MODULE_1__.n,
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
	const name = first ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.g)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(first)) : "The server";
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.P({
		title: "Server busy",
		message: `${name} was still being restored after ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(deps.clock.now() - startedAt)}.`,
		next: "Run again when it is back, or raise timeout_minutes."
	}, "timed_out");
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



/***/ })

};
