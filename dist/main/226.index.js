export const id = 226;
export const ids = [226];
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

/***/ 226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(116);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(264);
/* harmony import */ var _id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(727);



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
			steps: (servers.length === 0 ? snapshots : snapshots.filter(({ server }) => servers.includes(server.id))).toSorted((one, other) => (0,_id_js__WEBPACK_IMPORTED_MODULE_2__.n)(one.server, other.server) || (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.o)(one, other)).map((snapshot) => ({
				do: "show",
				snapshot
			})),
			remarks: []
		};
	},
	async perform({ steps }, { servers }, { journal, log }, { snapshots, now }) {
		log.group((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.n)(steps.length, "snapshot"));
		for (const { snapshot } of steps) {
			journal.enter({
				server: snapshot.server,
				id: snapshot.id,
				snapshot,
				result: "listed"
			});
			log.info(`${snapshot.server.id}: ${(0,_inventory_js__WEBPACK_IMPORTED_MODULE_0__.t)(snapshot, now)}`);
		}
		journal.counted(servers.length > 0 ? servers : new Set(snapshots.map(({ server }) => server.id)), snapshots);
	}
};



/***/ })

};
