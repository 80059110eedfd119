export const id = 642;
export const ids = [642];
export const modules = {

/***/ 642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tellPlan: () => (/* binding */ tellPlan)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);


// src/modes/dry-run.ts
async function tellPlan(steps, inputs, deps) {
	const { journal, log, vps, saveState } = deps;
	log.group("Plan (dry run: nothing is changed)");
	const creates = steps.some((step) => step.do === "create");
	for (const step of steps) {
		log.info(`Would ${(0,_guard_js__WEBPACK_IMPORTED_MODULE_1__.t)(step)}`);
		if (!creates || step.do === "create") journal.enter({
			...subjectOf(step),
			result: "planned"
		});
	}
	if (!("mode" in inputs)) return;
	if ("policies" in inputs) saveState("dry run");
	const permissions = await vps.permissions();
	if (permissions) log.info(`The token may: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(permissions.join(", "), 500)}.`);
}
function subjectOf(step) {
	if (step.do === "create" || step.do === "stop") return { server: step.server };
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.o)("subject" in step ? step.subject : { listed: step.snapshot });
}



/***/ })

};
