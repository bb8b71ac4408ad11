"""Draws the pictures of the practice city as SVG: hills and a river under a sun, never twice the same."""

from random import Random

_SKIES = (("#dcecf7", "#f9efe0"), ("#cfe3f2", "#eef6ee"), ("#f7e3cf", "#fdf6ea"), ("#d9e6ef", "#f4f7f9"))


def landscape(rng: Random, *, width: int, height: int, colour: str) -> str:
    """A landscape with three ranges of hills in shades of one colour."""
    top, bottom = rng.choice(_SKIES)
    sun_x, sun_y, sun_r = rng.randint(width // 6, width * 5 // 6), height // 4, height // 10
    ridges = [_ridge(rng, width, height, height * (0.42 + 0.15 * layer)) for layer in range(3)]
    layers = [
        f'<path d="{ridge}" fill="{colour}" opacity="{0.25 + 0.25 * layer:.2f}"/>'
        for layer, ridge in enumerate(ridges)
    ]
    river = (
        f'<path d="M{width * 0.35:.0f} {height} C{width * 0.5:.0f} {height * 0.82:.0f} {width * 0.42:.0f} {height * 0.8:.0f} '
        f"{width * 0.56:.0f} {height * 0.74:.0f} C{width * 0.5:.0f} {height * 0.84:.0f} {width * 0.62:.0f} {height * 0.86:.0f} "
        f'{width * 0.52:.0f} {height} Z" fill="#fff" opacity=".55"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="{top}"/>'
        f'<stop offset="1" stop-color="{bottom}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#sky)"/>'
        f'<circle cx="{sun_x}" cy="{sun_y}" r="{sun_r}" fill="#fff3d6"/>{"".join(layers)}{river}</svg>'
    )


def _ridge(rng: Random, width: int, height: int, level: float) -> str:
    """The outline of one range of hills around `level`."""
    steps = 7
    points = [(width * i / steps, level + rng.uniform(-0.13, 0.1) * height) for i in range(steps + 1)]
    outline = f"M0 {height} L0 {points[0][1]:.0f}"
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        middle = (x0 + x1) / 2
        outline += f" C{middle:.0f} {y0:.0f} {middle:.0f} {y1:.0f} {x1:.0f} {y1:.0f}"
    return f"{outline} L{width} {height} Z"
