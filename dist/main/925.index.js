export const id = 925;
export const ids = [925];
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

/***/ 925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deleteMode: () => (/* binding */ deleteMode)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(950);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(601);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(965);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(835);





// src/modes/delete.ts
const deleteMode = {
	async look(inputs, deps) {
		const snapshots = await listWithNamed(inputs, deps);
		return {
			selection: await (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__.n)(inputs.selection, deps),
			snapshots,
			origin: deps.origin,
			now: deps.vps.now()
		};
	},
	plan({ selection, snapshots, origin, now }) {
		const named = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__.t)(selection, snapshots, origin);
		const unsure = named.problems.length > 0 ? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.t)(snapshots, "it is not certain which snapshot is meant") : void 0;
		if (unsure) return unsure;
		const refusal = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.n)(named.problems, now);
		if (refusal) return refusal;
		return {
			steps: (selection.by === "id" ? selection.ids : named.snapshots.map(({ id }) => id)).map((id) => ({
				do: "delete",
				subject: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(snapshots, id)
			})),
			annotations: []
		};
	},
	async perform({ steps }, { seen }, deps) {
		deps.log.group("Deleting");
		const servers = new Set(steps.flatMap(({ subject }) => (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.l)(subject)?.server.id ?? []));
		deps.journal.counted(servers, seen.snapshots);
		const failures = await (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.N)(steps.map((step) => remove(step, seen, deps)));
		if (failures.length > 0) throw (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.P)(failures, steps.length);
		return {};
	}
};
async function listWithNamed({ selection }, deps) {
	if (selection.by !== "id" || selection.servers.length === 0) return deps.vps.listSnapshots(deps.planning);
	const settled = await (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.o)((list) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.a)(deps.vps.snapshotIds(selection.ids), list), deps);
	if (!settled.timedOut) return settled.list;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.j({
		title: "Snapshot not found in time",
		message: `Not every list shows snapshot ${selection.ids.join(", ")}, so the server cannot be checked; the time set by timeout_minutes was over before that was certain.`,
		next: "Raise timeout_minutes."
	});
}
async function remove(step, seen, deps) {
	const { journal, log } = deps;
	const { subject } = step;
	const entry = journal.enter((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.n)(subject));
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.f)((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(subject));
	try {
		const note = {
			act: "delete",
			snapshot: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)(subject)
		};
		const unchecked = isUnchecked(step, seen);
		if (!unchecked) deps.notes.leave({
			...note,
			state: "requested"
		});
		const outcome = unchecked ? "already_absent" : await (0,_delete_snapshot_js__WEBPACK_IMPORTED_MODULE_1__.n)(subject, deps);
		if (outcome === "deleted") deps.notes.leave({
			...note,
			state: "confirmed"
		});
		if (outcome === "already_absent") await confirmAbsence(step, deps);
		entry.learn({ result: outcome });
		if (outcome === "deleted") log.info(`${name} is deleted.`);
		else journal.notice("Already gone", `${name} does not exist (any more). Nothing was deleted.`);
	} catch (error) {
		if (error instanceof _start_js__WEBPACK_IMPORTED_MODULE_0__.k) entry.learn({
			result: error.ending,
			remark: error.message
		});
		throw error;
	}
}
function isUnchecked({ subject }, { selection }) {
	return "unlisted" in subject && selection.servers.length > 0;
}
async function confirmAbsence({ subject }, deps) {
	if ((await (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.o)((list) => (0,_schedule_js__WEBPACK_IMPORTED_MODULE_4__.c)(list) && !(0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_3__.a)([(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)(subject)], list), deps)).agrees) return;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Not deleted",
		message: `VPS.org says that it does not know ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.s)(subject)}, and still lists it.`,
		next: "Look at it at VPS.org, and run again."
	});
}



/***/ }),

/***/ 601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ knownSelection),
/* harmony export */   t: () => (/* binding */ selected)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(387);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(965);



// src/reading/known-ids.ts
async function knownSelection(selection, { vps }) {
	const servers = await vps.serverIds(selection.servers);
	if (selection.by !== "id") return {
		...selection,
		servers
	};
	return {
		...selection,
		servers,
		ids: vps.snapshotIds(selection.ids)
	};
}
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
			matches(all) {
				const own = all.filter((snapshot) => (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.y)(snapshot.status) && (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_2__.f)(snapshot, origin));
				return own.every(({ createdAt }) => createdAt !== null) ? own.sort(_age_js__WEBPACK_IMPORTED_MODULE_1__.r).slice(0, 1) : own;
			}
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
		const all = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(server, snapshots);
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



/***/ })

};
