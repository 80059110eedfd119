export const id = 226;
export const ids = [226];
export const modules = {

/***/ 387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ madeAt),
/* harmony export */   r: () => (/* binding */ newestFirst),
/* harmony export */   t: () => (/* binding */ ageOf)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

// src/rules/age.ts
function madeAt(snapshot) {
	return snapshot.createdAt === null ? void 0 : Date.parse(snapshot.createdAt);
}
function ageOf(snapshot, now) {
	const made = madeAt(snapshot);
	return made === void 0 ? void 0 : Math.max(0, now - made);
}
function newestFirst(one, other) {
	const [time, otherTime] = [madeAt(one) ?? never, madeAt(other) ?? never];
	return time === otherTime ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__._)(other, one) : otherTime - time;
}
const never = Number.MIN_SAFE_INTEGER;



/***/ }),

/***/ 765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ timeOfDay),
/* harmony export */   n: () => (/* binding */ duration),
/* harmony export */   r: () => (/* binding */ size),
/* harmony export */   t: () => (/* binding */ count)
/* harmony export */ });
// src/text/format.ts
function duration(ms) {
	if (ms < 1e3) return `${Math.floor(ms)} ms`;
	if (ms < 6e4) return `${Math.floor(ms / 1e3)} s`;
	if (ms < 36e5) return `${Math.floor(ms / 6e4)}m ${pad(ms % 6e4 / 1e3)}s`;
	if (ms < 864e5) return `${Math.floor(ms / 36e5)}h ${pad(ms % 36e5 / 6e4)}m`;
	return `${Math.floor(ms / 864e5)}d ${Math.floor(ms % 864e5 / 36e5)}h`;
}
function size(mb) {
	if (mb === null) return "–";
	return mb < 1024 ? `${mb} MB` : `${(mb / 1024).toFixed(1)} GB`;
}
function timeOfDay(date) {
	return `${date.toISOString().slice(11, 19)} UTC`;
}
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function pad(number) {
	return String(Math.floor(number)).padStart(2, "0");
}



/***/ }),

/***/ 116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ inventoryLine)
/* harmony export */ });
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(387);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(765);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(708);



// src/report/inventory.ts
function inventoryLine(snapshot, now) {
	const age = (0,_age_js__WEBPACK_IMPORTED_MODULE_0__.t)(snapshot, now);
	return [
		(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.m)(snapshot),
		(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.C)(snapshot.status, 40),
		...snapshot.sizeMb === null ? [] : [(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot.sizeMb)],
		...age === void 0 ? [] : [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(age)} old`]
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
/* harmony import */ var _age_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(387);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(765);




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
			steps: (wanted.length === 0 ? snapshots : snapshots.filter(({ server }) => wanted.includes(server.id))).toSorted((one, other) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__._)(one.server, other.server) || (0,_age_js__WEBPACK_IMPORTED_MODULE_2__.r)(one, other)).map((snapshot) => ({
				do: "show",
				snapshot
			})),
			annotations: []
		};
	},
	async perform({ steps }, { seen }, { journal, log }) {
		const { wanted, snapshots, now } = seen;
		log.group((0,_format_js__WEBPACK_IMPORTED_MODULE_3__.t)(steps.length, "snapshot"));
		for (const { snapshot } of steps) {
			journal.enter({
				...(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.n)({ listed: snapshot }),
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
