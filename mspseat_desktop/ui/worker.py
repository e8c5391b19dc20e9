"""A thread for slow drives that never keeps the window waiting, nor the program from ending."""

from __future__ import annotations

from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Worker:
    """Does one job after the other.

    The pools of the standard library wait for their threads when the program ends; a drive that
    does not answer would keep it from ending at all. What is cut off here is like a crash, and
    found again at the next start.
    """

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def submit(
        self, job: Callable[Given, Result], *args: Given.args, **named: Given.kwargs
    ) -> Future[Result]:
        """Do the job after those before it; its result or exception is in the future."""
        future: Future[Result] = Future()

        def run() -> None:
            try:
                result = job(*args, **named)
            except BaseException as error:  # noqa: BLE001 - whoever asks the future is told
                future.set_exception(error)
            else:
                future.set_result(result)

        self._jobs.put(run)
        return future

    def finish(self, seconds: float) -> bool:
        """Take no more jobs; return whether all of them were done within so many seconds."""
        self._jobs.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
            del job  # what it holds may be waited for
