// The points of a chart as one stop of the Tab key: the arrow keys go from month to month, Home and End to the first and
// last. Without this script every point is a stop of its own.
(() => {
  for (const drawing of document.querySelectorAll('figure[data-points] svg')) {
    const points = [...drawing.querySelectorAll('a')];
    const stop = current => points.forEach(point => point.setAttribute('tabindex', point === current ? '0' : '-1'));
    if (points.length > 0) stop(points[points.length - 1]);
    drawing.addEventListener('keydown', event => {
      const at = points.indexOf(document.activeElement);
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: points.length - 1 }[event.key];
      if (at < 0 || to === undefined || !points[to]) return;
      event.preventDefault();
      stop(points[to]);
      points[to].focus();
    });
  }
})();
