export const id = 226;
export const ids = [226];
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

/***/ 226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(116);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(708);


// src/modes/list.ts
const list = {
	async look(_inputs, deps) {
		return {
			snapshots: await deps.vps.listSnapshots(deps.planning),
			now: deps.vps.now()
		};
	},
	plan({ snapshots }, { servers }) {
		return {
			steps: (servers.length === 0 ? snapshots : snapshots.filter(({ server }) => servers.includes(server.id))).toSorted((one, other) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.C)(one.server, other.server) || (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.o)(one, other)).map((snapshot) => ({
				do: "show",
				snapshot
			})),
			annotations: []
		};
	},
	async perform({ steps }, { inputs, seen }, { journal, log }) {
		const { snapshots, now } = seen;
		log.group((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.n)(steps.length, "snapshot"));
		for (const { snapshot } of steps) {
			journal.enter({
				...(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.y)({ listed: snapshot }),
				result: "listed"
			});
			log.info(`${snapshot.server.id}: ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_0__.t)(snapshot, now)}`);
		}
		const shown = new Set(snapshots.map(({ server }) => server.id));
		journal.counted(inputs.servers.length > 0 ? inputs.servers : shown, snapshots);
		return {};
	}
};



/***/ })

};
