"""What does a week of January 2020 look like in a notebook?

Open it with `marimo edit iraq_january_2020.py`, or run it as a script: python iraq_january_2020.py
Needs `pip install 'troopmoves[charts]' marimo`; nothing is downloaded.
"""

import marimo

__generated_with = "0.25.2"
app = marimo.App(app_title="Iraq, January 2020")


@app.cell
def _():
    from pathlib import Path

    import marimo as mo

    import troopmoves as tm

    iraq = tm.read(Path(__file__).parents[1] / "iraq-january-2020.yaml")
    iraq
    return iraq, mo, tm


@app.cell
def _(mo):
    plans = mo.ui.dropdown(["may", "done", "ignore"], value="done", label="Plans")
    plans
    return (plans,)


@app.cell
def _(iraq, plans, tm):
    before, after = (iraq.state(day, plans=plans.value) for day in ("2020-01-07", "2020-01-15"))
    comparison = tm.compare(before, after)
    comparison
    return after, comparison


@app.cell
def _(after):
    after.why("CAN", "IRQ")
    return


@app.cell
def _(comparison, tm):
    tm.chart_comparison(comparison)
    return


if __name__ == "__main__":
    app.run()
