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
	const age = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)(snapshot, now);
	return [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.x)(snapshot),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.O)(snapshot.status, 40),
		...snapshot.sizeMb === null ? [] : [(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot.sizeMb)],
		...age === void 0 ? [] : [`${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.i)(age)} old`]
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
	async look(inputs, deps) {
		const snapshots = await deps.vps.listSnapshots(deps.planning);
		return {
			wanted: await deps.vps.serverIds(inputs.servers),
			snapshots,
			now: deps.vps.now()
		};
	},
	plan({ wanted, snapshots }) {
		return {
			steps: (wanted.length === 0 ? snapshots : snapshots.filter(({ server }) => wanted.includes(server.id))).toSorted((one, other) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.w)(one.server, other.server) || (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.c)(one, other)).map((snapshot) => ({
				do: "show",
				snapshot
			})),
			annotations: []
		};
	},
	async perform({ steps }, { seen }, { journal, log }) {
		const { wanted, snapshots, now } = seen;
		log.group((0,_start_js__WEBPACK_IMPORTED_MODULE_1__.r)(steps.length, "snapshot"));
		for (const { snapshot } of steps) {
			journal.enter({
				...(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.l)({ listed: snapshot }),
				result: "listed"
			});
			log.info(`${snapshot.server.id}: ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_0__.t)(snapshot, now)}`);
		}
		const shown = new Set(snapshots.map(({ server }) => server.id));
		journal.counted(wanted.length > 0 ? wanted : shown, snapshots);
		return {};
	}
};



/***/ })

};
