"""What a seat asks for, held against what its provider sells and says that it wants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.pointing import Answers, Reason, value_of
from mspseat_desktop.domain.scene import counting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.records import Responsibility
    from mspseat_desktop.domain.review_records import Scene, SceneResponsibility
    from mspseat_desktop.domain.vocabulary import Level, ServiceModel

_SOLD: Final[dict[ServiceModel, frozenset[Level]]] = {
    "repair": frozenset({"repair"}),
    "managed": frozenset({"repair", "managed"}),
    "co_managed": frozenset({"repair", "managed"}),
    "strategic": frozenset({"repair", "managed", "strategic"}),
}
_RANK: Final[tuple[Level, ...]] = ("repair", "managed", "strategic")


def model_notices(scene: Scene) -> tuple[Reason, ...]:
    """Return where the provider's service model and the seat's responsibilities do not fit.

    Source: break-fix in a seat that asks for more, and the other way round, is a bad fit (P1, W4
    to W6 of the founding text).
    """
    if not scene.is_provider:
        return ()
    beyond = _beyond(scene)
    if beyond:
        highest = max((line.level for line in beyond), key=_RANK.index)
        params = {
            "name": scene.occupant_name,
            "asked": highest,
            "sold": scene.service_model,
            "lines": _listed(beyond),
        }
        return (Reason("beyond-model", params),)
    return (Reason("repairs-only"),) if asks_repairs_only(counting(scene)) else ()


def mismatch(scene: Scene, answers: Answers) -> tuple[Reason, ...]:
    """Return what does not fit: by what the provider sells, then by what it says it wants."""
    unwanted = [r for r in counting(scene) if value_of(answers, "wants", r.id) == "declined"]
    if not scene.is_provider or not unwanted:
        return model_notices(scene)
    says = Reason("says-no-to", {"name": scene.occupant_name, "lines": _listed(unwanted)})
    return (*model_notices(scene), says)


def asks_repairs_only(lines: Sequence[Responsibility | SceneResponsibility]) -> bool:
    """Return whether every line that has a level is repair, and there is one."""
    return {line.level for line in lines if line.level} == {"repair"}


def _beyond(scene: Scene) -> list[SceneResponsibility]:
    sold = _SOLD.get(scene.service_model)
    return [r for r in counting(scene) if sold is not None and r.level and r.level not in sold]


def _listed(lines: Sequence[SceneResponsibility]) -> str:
    return "; ".join(line.text for line in lines)
