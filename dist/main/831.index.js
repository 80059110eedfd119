export const id = 831;
export const ids = [831];
export const modules = {

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

/***/ 831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wait: () => (/* binding */ wait)
/* harmony export */ });
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(712);
/* harmony import */ var _pollers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(867);
/* harmony import */ var _selection_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(899);



// src/modes/wait.ts
const wait = {
	async look(inputs, deps) {
		if (!inputs.dryRun) new _recorder_js__WEBPACK_IMPORTED_MODULE_0__.t({
			made: false,
			targets: inputs.choice.ids.map((id) => ({ id })),
			inputs
		}, deps);
		return {
			snapshots: await deps.vps.listSnapshots(deps.planning),
			origin: deps.origin,
			now: deps.vps.now()
		};
	},
	plan({ snapshots, origin, now }, { choice }) {
		const refusal = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_2__.t)((0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_2__.n)(choice, snapshots, origin).problems, now);
		if (refusal) return refusal;
		return {
			steps: choice.ids.map((id) => ({
				do: "wait",
				id,
				snapshot: snapshots.find((one) => one.id === id)
			})),
			remarks: []
		};
	},
	async perform({ steps }, inputs, deps) {
		deps.log.group("Waiting until complete");
		const awaited = steps.map(({ id, snapshot }) => ({
			entry: deps.journal.enter(snapshot ? {
				server: snapshot.server,
				id,
				snapshot
			} : { id }),
			id,
			server: snapshot?.server
		}));
		const { servers } = inputs.choice;
		const [expected] = servers.length === 1 ? servers : [];
		const known = steps.map(({ id, snapshot }) => ({
			id,
			server: snapshot?.server ?? (expected === void 0 ? null : { id: expected }),
			name: snapshot?.name ?? null
		}));
		const keeper = new _recorder_js__WEBPACK_IMPORTED_MODULE_0__.t({
			made: false,
			targets: known,
			inputs
		}, deps);
		const complete = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_0__.n)(awaited, (0,_pollers_js__WEBPACK_IMPORTED_MODULE_1__.i)(deps), inputs, deps);
		checkServers(complete, inputs, deps.vps.now());
		const kept = await (0,_recorder_js__WEBPACK_IMPORTED_MODULE_0__.r)(complete, inputs, deps);
		for (const [index, snapshot] of kept.entries()) awaited[index]?.entry.learn({
			id: snapshot.id,
			snapshot,
			result: "ready"
		});
		keeper.confirmed(kept, awaited.map(({ entry }) => entry.facts.completeAt));
		deps.journal.rollback = kept.map(({ id }) => id);
	}
};
function checkServers(complete, { choice }, now) {
	const { problems } = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_2__.n)(choice, complete, { repository: "" });
	const refusal = (0,_selection_refusal_js__WEBPACK_IMPORTED_MODULE_2__.t)(problems, now);
	if (refusal) throw refusal;
}



/***/ })

};
