export const id = 831;
export const ids = [831];
export const modules = {

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



/***/ }),

/***/ 831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wait: () => (/* binding */ wait)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(712);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(601);
/* harmony import */ var _visible_servers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(155);
/* harmony import */ var _restorable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(685);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(965);






// src/modes/wait.ts
const reRunAll = "Re-run all jobs, so that a new snapshot is taken before the deploy.";
const wait = {
	prepare(inputs, deps) {
		const targets = inputs.selection.ids.map((id) => ({ request: { id } }));
		new _recorder_js__WEBPACK_IMPORTED_MODULE_1__.t({
			made: false,
			targets,
			inputs
		}, deps);
	},
	async look(inputs, deps) {
		const snapshots = await deps.vps.listSnapshots(deps.planning);
		return {
			selection: await (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__.n)(inputs.selection, deps),
			servers: await (0,_visible_servers_js__WEBPACK_IMPORTED_MODULE_3__.t)(deps),
			snapshots,
			origin: deps.origin,
			now: deps.vps.now()
		};
	},
	plan({ selection, snapshots, origin, now }, inputs) {
		const refusal = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__.n)((0,_selection_js__WEBPACK_IMPORTED_MODULE_2__.t)(selection, snapshots, origin).problems, now);
		const restores = _start_js__WEBPACK_IMPORTED_MODULE_0__.D.some((ending) => inputs.policies[ending].restore);
		const named = snapshots.filter(({ id }) => selection.ids.includes(id));
		const stale = restores ? named.flatMap((one) => (0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.t)(one, {
			origin,
			now
		}) ?? [])[0] : void 0;
		if (refusal) return refusal;
		if (stale) return new _start_js__WEBPACK_IMPORTED_MODULE_0__.A({
			title: stale.title,
			message: stale.text,
			next: reRunAll
		});
		return {
			steps: selection.ids.map((id) => ({
				do: "wait",
				subject: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.d)(snapshots, id)
			})),
			annotations: []
		};
	},
	async perform({ steps }, { inputs, seen }, deps) {
		const { selection } = seen;
		deps.log.group("Waiting until complete");
		const awaited = steps.map(({ subject }) => ({
			entry: deps.journal.enter((0,_start_js__WEBPACK_IMPORTED_MODULE_0__.n)(subject)),
			id: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)(subject),
			server: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.l)(subject)?.server
		}));
		const running = (seen.servers ?? []).filter(({ status }) => (0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.l)(status));
		const targets = steps.map(({ subject }) => {
			const target = targetOf(subject, selection);
			return {
				...target,
				ran: (0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.f)(seen.servers, target.server?.id) ?? null
			};
		});
		const recorder = new _recorder_js__WEBPACK_IMPORTED_MODULE_1__.t({
			made: false,
			targets,
			inputs
		}, deps);
		const complete = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_1__.n)(awaited, deps);
		checkServers(complete, selection, deps.vps.now());
		const kept = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_1__.r)(complete, deps);
		for (const [index, snapshot] of kept.entries()) awaited[index]?.entry.learn({
			id: snapshot.id,
			snapshot,
			result: "ready"
		});
		const owners = kept.map(({ server }) => server.id);
		recorder.confirm(kept, awaited.map(({ entry }) => entry.facts.completeAt), (server) => (0,_restorable_js__WEBPACK_IMPORTED_MODULE_4__.f)(seen.servers, server));
		claim(kept, inputs, deps);
		await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_1__.o)(running.filter(({ id }) => owners.includes(id)), deps);
		return {
			seal: () => recorder.succeed(),
			rollback: kept.map(({ id }) => id)
		};
	}
};
function claim(kept, { policies }, { notes }) {
	if (kept.map(({ id }) => notes.leave({
		act: "claim",
		snapshot: id,
		state: "confirmed"
	})).every(Boolean) || !_start_js__WEBPACK_IMPORTED_MODULE_0__.D.some((ending) => policies[ending].restore)) return;
	throw new _start_js__WEBPACK_IMPORTED_MODULE_0__.k({
		title: "Claim not written",
		message: "RUNNER_TEMP cannot be written, so the step that requested the snapshots would not know that this one rolls back to them, and might delete them first.",
		next: "Check the disk and RUNNER_TEMP of the runner."
	});
}
function targetOf(subject, { servers }) {
	const [only, ...others] = servers;
	const expected = only !== void 0 && others.length === 0 ? { id: only } : null;
	const snapshot = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.l)(subject);
	return {
		request: { id: (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.c)(subject) },
		server: snapshot?.server ?? expected,
		name: snapshot?.name ?? null
	};
}
function checkServers(complete, selection, now) {
	const { problems } = (0,_selection_js__WEBPACK_IMPORTED_MODULE_2__.t)(selection, complete, { repository: "" });
	const refusal = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_5__.n)(problems, now);
	if (refusal) throw refusal;
}



/***/ })

};
