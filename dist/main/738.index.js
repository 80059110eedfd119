export const id = 738;
export const ids = [738];
export const modules = {

/***/ 685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ chosen),
/* harmony export */   t: () => (/* binding */ choiceRefusal)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(463);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(116);



// src/rules/choice.ts
function chosen(choice, snapshots, origin) {
	switch (choice.by) {
		case "id": return chosenById(choice, snapshots);
		case "name": return onePerServer(choice.servers, snapshots, `named ${choice.name}`, (ofServer) => ofServer.filter((snapshot) => snapshot.name === choice.name));
		case "latest": return onePerServer(choice.servers, snapshots, `completed and made by ${origin.repository}`, (ofServer) => ofServer.filter((snapshot) => snapshot.status === "completed" && (0,_watching_js__WEBPACK_IMPORTED_MODULE_1__.m)(snapshot, origin)).sort(_index_js__WEBPACK_IMPORTED_MODULE_0__.a).slice(0, 1));
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
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.w({
		title: "Which snapshot?",
		message: lines.join("\n"),
		next: "Name exactly one snapshot per server by its snapshot_id."
	});
}



/***/ }),

/***/ 738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restore: () => (/* binding */ restore)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(264);
/* harmony import */ var _choiceRefusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(685);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(463);
/* harmony import */ var _sending_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(882);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(185);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30);






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
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.T({
		title: "Server up, service not ready",
		message: `The restore is done, but ${url} gave no 2xx in ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(deps.clock.now() - startedAt)}.`,
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
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server));
		const shortest = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.a)(_sending_js__WEBPACK_IMPORTED_MODULE_3__.s, inputs);
		const heartbeat = new _progress_js__WEBPACK_IMPORTED_MODULE_4__.t(log, clock, _watching_js__WEBPACK_IMPORTED_MODULE_2__.c);
		const told = new Set();
		let seen = before;
		const judge = (list, elapsed) => {
			const status = list.find(({ id }) => id === server.id)?.status;
			const word = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(status ?? "not in the list", 40);
			seen = (0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.c)(seen, status);
			const proof = (0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.o)(status, seen, elapsed, shortest);
			if (!told.has(word) && proof !== "back") {
				told.add(word);
				log.info(proof === "unfamiliar" ? `${name} is "${word}", which is not documented. Waiting on.` : `${name} is ${word}.`);
			}
			switch (proof) {
				case "back":
					log.info(`${name} is active again, restored from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot)}.`);
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
					failure: notConfirmed(name, `it was not seen restoring within ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(elapsed)}`)
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
				failure: new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
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
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server));
		const alone = inputs.choice.by === "id" ? inputs.choice.ids.length === 1 : inputs.choice.servers.length === 1;
		if (!inputs.readyUrl) throw notConfirmed(name, "the token may not list servers, and there is no ready_url");
		if (!alone) throw notConfirmed(name, "the token may not list servers, and one ready_url cannot prove several restores");
		if (await knockUntilProven(inputs.readyUrl, inputs, deps)) return void 0;
		throw notConfirmed(name, `${inputs.readyUrl} did not fail and then answer steadily in the time allowed`);
	}
};
function notConfirmed(name, why) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Restore accepted, not confirmed",
		message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
		next: "Look at the server at VPS.org before you rely on it. The snapshot is still there."
	});
}
function failed(name, word, id) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Restore failed",
		message: `${name} is "${word}" after the restore.`,
		next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${id} tries again.`
	});
}
function stillGoing(name, elapsed, word) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.T({
		title: "Restore not done in time",
		message: `${name} was not back after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(elapsed)}; its status is ${word ?? "unknown"}.`,
		next: "The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks."
	});
}
// src/modes/restoreRequest.ts
const settlingMs = 20 * _index_js__WEBPACK_IMPORTED_MODULE_0__.S;
const mostRequests = 3;
async function requestRestore({ snapshot, server }, watch, inputs, deps) {
	const what = `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server)} from ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(snapshot)}`;
	let doubt;
	let trouble;
	for (let attempt = 1; attempt <= mostRequests; attempt++) {
		try {
			await (0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.t)(() => deps.vps.restoreSnapshot(snapshot.id), deps);
			accepted();
			deps.log.info(`Restore of ${what}: accepted.`);
			return _sending_js__WEBPACK_IMPORTED_MODULE_3__.a;
		} catch (error) {
			if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.m)) throw error;
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
				..._sending_js__WEBPACK_IMPORTED_MODULE_3__.a,
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
			const begun = list.some(({ id, status }) => id === serverId && (0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.r)(status));
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
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Restore refused",
		message: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.h)(what)} was not restored. ${error.message}.`,
		next: error.hint,
		cause: error
	});
}
function outOfTime(what) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.T({
		title: "Restore not certain",
		message: `The answer to the request to restore ${what} was lost, and the time set by timeout_minutes was over before it showed whether the restore began.`,
		next: "Look at the server at VPS.org before anything else is done to it, and raise timeout_minutes."
	});
}
function unknownFate(what, trouble) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.C({
		title: "Restore not certain",
		message: `No clear answer to the request to restore ${what}. ${trouble?.message ?? ""}.`,
		next: `Look at the server at VPS.org before anything else is done to it. ${trouble?.hint ?? ""}`,
		cause: trouble
	});
}
// src/rules/staleness.ts
function newerDeploys(snapshot, snapshots, isOther) {
	return snapshots.filter((other) => other.server.id === snapshot.server.id && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(other, snapshot) < 0).filter((other) => {
		const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.h)(other.description);
		return mark !== null && isOther(mark);
	}).sort(_index_js__WEBPACK_IMPORTED_MODULE_0__.a);
}
// src/modes/restoreRules.ts
function restoreRefusal(named, seen, inputs) {
	const objections = [
		...named.missing.map(missing),
		...shared(named.snapshots),
		...named.snapshots.flatMap((snapshot) => objectionTo(snapshot, seen, inputs) ?? [])
	];
	const [first] = objections;
	if (!first) return void 0;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.w({
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
		text: `More than one of the snapshots is of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server)}, and it can only be restored from one.`,
		next: "Name one snapshot per server."
	}));
}
function objectionTo(snapshot, seen, inputs) {
	return unfinished(snapshot) ?? tooOld(snapshot, seen.now, inputs.maxAgeMs) ?? unfit(snapshot, seen, inputs) ?? (inputs.force ? void 0 : stale(snapshot, seen));
}
function unfinished(snapshot) {
	if (snapshot.status === "completed") return void 0;
	return {
		title: "Snapshot not complete",
		text: `${title(snapshot)} has the status "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.v)(snapshot.status, 40)}"; only a completed one can be restored.`,
		next: `If it is in progress, wait for it with mode: wait and snapshot_id: ${snapshot.id}.`
	};
}
function tooOld(snapshot, now, maxAgeMs) {
	if (maxAgeMs === void 0) return void 0;
	const age = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot, now);
	if (age !== void 0 && age <= maxAgeMs) return void 0;
	return {
		title: "Snapshot too old",
		text: `${title(snapshot)} is ${age === void 0 ? "of unknown age" : `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(age)} old`}; max_age allows ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(maxAgeMs)}.`,
		next: "Choose a newer snapshot, or raise max_age if losing that much is meant."
	};
}
function unfit(snapshot, { servers, addresses }, { force }) {
	if (!servers) return void 0;
	const server = servers.find(({ id }) => id === snapshot.server.id);
	if (!server) return {
		title: "Server not found",
		text: `${title(snapshot)} belongs to a server that is not among those that the token can see.`,
		next: "Check that the token belongs to the right account."
	};
	if ((0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.i)(server.status)) return {
		title: "Server suspended",
		text: `${title(snapshot)} cannot be restored while the server is suspended.`,
		next: "Have it released at VPS.org, then run again."
	};
	if ((0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.r)(server.status) && !force) return {
		title: "Server busy",
		text: `${title(snapshot)} cannot be restored: the server is being restored already, and this step did not ask for that.`,
		next: "Wait until it is back, look which snapshot it was restored from, then run again. force: true waits for it and restores over it."
	};
	if (server.ipAddress !== null && addresses.some((address) => sameAddress(address, server.ipAddress ?? ""))) return {
		title: "The runner is on that server",
		text: `This job runs on ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(server)} itself (${server.ipAddress}). The restore would stop the server, and this job with it.`,
		next: "Run the restore on another runner, such as one hosted by GitHub."
	};
}
function stale(snapshot, { snapshots, origin }) {
	if (!(0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.p)((0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.h)(snapshot.description), origin)) return void 0;
	const [newest] = newerDeploys(snapshot, snapshots, (mark) => !(0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.p)(mark, origin));
	if (!newest) return void 0;
	const mark = (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.h)(newest.description);
	return {
		title: "A newer deploy would be lost",
		text: `${title(snapshot)} is older than ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__._)(newest)}, which ${mark?.repository} run ${mark?.runId} took before its own deploy. Restoring would wipe that deploy.`,
		next: "Look at what is on the server first. force: true restores all the same. Use concurrency, so that one deploy at a time runs per server."
	};
}
function title(snapshot) {
	return `Snapshot ${snapshot.id} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.g)(snapshot.server)}`;
}
function sameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(address) {
	return (0,node_net__WEBPACK_IMPORTED_MODULE_5__.isIPv6)(address) ? new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname : address.trim();
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
		if (servers && inputs.force) await (0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.n)(wanted, servers, inputs, deps);
		const watch = servers && (0,_watching_js__WEBPACK_IMPORTED_MODULE_2__.r)(deps);
		const failures = (await Promise.allSettled(steps.map((step) => restoreOne(step, watch, inputs, deps)))).flatMap((outcome) => {
			if (outcome.status === "fulfilled") return [];
			if (!(outcome.reason instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.C)) throw outcome.reason;
			return [outcome.reason];
		});
		if (failures.length > 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(failures, steps.length);
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
async function restoreOne(step, watch, inputs, deps) {
	const { snapshot, server } = step;
	const entry = deps.journal.enter({
		server,
		id: snapshot.id,
		snapshot
	});
	try {
		const startedAt = deps.clock.now();
		const seen = await requestRestore(step, watch, inputs, deps);
		if (!inputs.wait) {
			entry.learn({ result: "requested" });
			return;
		}
		const remark = await (watch ? new ProvenByList(watch) : new ProvenByUrl()).prove(step, seen, inputs, deps);
		entry.learn({
			result: "restored",
			tookMs: deps.clock.now() - startedAt,
			...remark ? { remark } : {}
		});
	} catch (error) {
		if (error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.C) entry.learn({
			result: error.ending,
			remark: error.message
		});
		throw error;
	}
}



/***/ })

};
